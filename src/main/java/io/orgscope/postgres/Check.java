package io.orgscope.postgres;

/** A CHECK constraint as the catalog has it. */
public record Check(String name, String definition, boolean validated) {

    /** Whether PostgreSQL checks it at all. From PostgreSQL 18 on it can be NOT ENFORCED. */
    public boolean enforced() {
        return !definition.endsWith(ForeignKey.NOT_ENFORCED);
    }
}
