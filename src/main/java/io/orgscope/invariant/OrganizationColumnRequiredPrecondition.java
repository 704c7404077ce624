package io.orgscope.invariant;

/** {@code organizationColumnRequired}: {@link Invariants#COLUMN_REQUIRED}. */
public final class OrganizationColumnRequiredPrecondition extends InvariantPrecondition {

    public OrganizationColumnRequiredPrecondition() {
        super(Invariants.COLUMN_REQUIRED);
    }
}
