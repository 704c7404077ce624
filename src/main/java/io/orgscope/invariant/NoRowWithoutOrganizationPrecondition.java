package io.orgscope.invariant;

/** {@code noRowWithoutOrganization}: {@link Invariants#NO_ROW_WITHOUT}. */
public final class NoRowWithoutOrganizationPrecondition extends InvariantPrecondition {

    public NoRowWithoutOrganizationPrecondition() {
        super(Invariants.NO_ROW_WITHOUT);
    }
}
