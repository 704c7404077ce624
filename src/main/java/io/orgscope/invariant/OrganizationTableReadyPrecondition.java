package io.orgscope.invariant;

/** {@code organizationTableReady}: {@link Invariants#ORGANIZATION_TABLE_READY}. */
public final class OrganizationTableReadyPrecondition extends InvariantPrecondition {

    public OrganizationTableReadyPrecondition() {
        super(Invariants.ORGANIZATION_TABLE_READY);
    }
}
