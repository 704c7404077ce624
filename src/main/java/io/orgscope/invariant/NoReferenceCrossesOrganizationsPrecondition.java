package io.orgscope.invariant;

/** {@code noReferenceCrossesOrganizations}: {@link Invariants#NO_REFERENCE_CROSSES}. */
public final class NoReferenceCrossesOrganizationsPrecondition extends InvariantPrecondition {

    public NoReferenceCrossesOrganizationsPrecondition() {
        super(Invariants.NO_REFERENCE_CROSSES);
    }
}
