package io.orgscope.invariant;

/** {@code everyRowHasOneOrganization}: {@link Invariants#ONE_ORGANIZATION}. */
public final class EveryRowHasOneOrganizationPrecondition extends InvariantPrecondition {

    public EveryRowHasOneOrganizationPrecondition() {
        super(Invariants.ONE_ORGANIZATION);
    }
}
