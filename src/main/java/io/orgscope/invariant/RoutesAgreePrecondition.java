package io.orgscope.invariant;

/** {@code routesAgree}: {@link Invariants#ROUTES_AGREE}. */
public final class RoutesAgreePrecondition extends InvariantPrecondition {

    public RoutesAgreePrecondition() {
        super(Invariants.ROUTES_AGREE);
    }
}
