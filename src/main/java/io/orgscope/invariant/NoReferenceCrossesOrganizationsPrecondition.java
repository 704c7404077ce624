package io.orgscope.invariant;

/** {@code noReferenceCrossesOrganizations}: no foreign key between two scoped tables joins rows of two organizations. */
public final class NoReferenceCrossesOrganizationsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new CrossReferences();

    public NoReferenceCrossesOrganizationsPrecondition() {
        super(RULE);
    }
}
