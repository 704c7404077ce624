package io.orgscope.invariant;

/** {@code resolvedOrganizationExists}: {@link Invariants#ORGANIZATION_EXISTS}. */
public final class ResolvedOrganizationExistsPrecondition extends InvariantPrecondition {

    public ResolvedOrganizationExistsPrecondition() {
        super(Invariants.ORGANIZATION_EXISTS);
    }
}
