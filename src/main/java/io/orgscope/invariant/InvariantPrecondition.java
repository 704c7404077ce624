package io.orgscope.invariant;

import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;

/** An invariant as a precondition. */
public abstract class InvariantPrecondition extends OrganizationScopePrecondition {

    private final Invariant invariant;

    InvariantPrecondition(Invariant invariant) {
        this.invariant = invariant;
    }

    @Override
    public final String getName() {
        return invariant.id();
    }

    @Override
    protected final Optional<String> failure(StepContext context) throws SQLException {
        Violations violations = invariant.violations(context);
        return violations.none() ? Optional.empty() : Optional.of(invariant.message(context, violations));
    }
}
