package io.orgscope.invariant;

import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code organizationScopeReady}: all rules of {@link Invariants#beforehand}, which have to hold before the first step.
 * It reads the catalog once. Each of the rules has a precondition of its own, too.
 */
public final class OrganizationScopeReadyPrecondition extends OrganizationScopePrecondition {

    @Override
    public String getName() {
        return "organizationScopeReady";
    }

    @Override
    protected Optional<String> missing() {
        return super.missing().or(this::missingRoute);
    }

    @Override
    protected Optional<String> failure(StepContext context) throws SQLException {
        return Invariants.broken(Invariants.beforehand(), context);
    }
}
