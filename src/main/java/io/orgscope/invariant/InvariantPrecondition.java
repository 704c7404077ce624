package io.orgscope.invariant;

import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** An invariant as a precondition. */
public abstract class InvariantPrecondition extends OrganizationScopePrecondition {

    private static final Set<Invariant> ROUTED = Set.of(Invariants.ONE_ORGANIZATION, Invariants.ORGANIZATION_EXISTS,
            Invariants.STORED_EQUALS_ROUTED, Invariants.ROUTES_AGREE);

    private final Invariant invariant;

    InvariantPrecondition(Invariant invariant) {
        this.invariant = invariant;
    }

    @Override
    public final String getName() {
        return invariant.id();
    }

    @Override
    protected final Optional<String> missing() {
        return super.missing().or(() -> ROUTED.contains(invariant) ? missingRoute() : Optional.empty());
    }

    @Override
    protected final Optional<String> failure(StepContext context) throws SQLException {
        Violations violations = invariant.violations(context);
        return violations.none() ? Optional.empty() : Optional.of(invariant.message(context, violations));
    }
}
