package io.orgscope.invariant;

/** {@code organizationIndexed}: {@link Invariants#INDEXED}. */
public final class OrganizationIndexedPrecondition extends InvariantPrecondition {

    public OrganizationIndexedPrecondition() {
        super(Invariants.INDEXED);
    }
}
