package io.orgscope.column;

import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 04, {@code requireOrganization}. */
@DatabaseChange(name = "requireOrganization", description = "Makes the organization column NOT NULL without reading the table under a strong"
        + " lock", priority = 1)
public final class RequireOrganizationChange extends OrganizationScopeChange {

    @Override
    protected boolean usesRoutes() {
        return false;
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return new RequiredColumn(context).require();
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        return new RequiredColumn(context).allowMissing();
    }
}
