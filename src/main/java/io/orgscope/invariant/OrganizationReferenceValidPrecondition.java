package io.orgscope.invariant;

/** {@code organizationReferenceValid}: {@link Invariants#REFERENCE_VALID}. */
public final class OrganizationReferenceValidPrecondition extends InvariantPrecondition {

    public OrganizationReferenceValidPrecondition() {
        super(Invariants.REFERENCE_VALID);
    }
}
