package io.orgscope.postgres;

/** A CHECK constraint as the catalog has it. */
public record Check(String name, String definition, boolean validated) {
}
