package io.orgscope.index;

import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 07, {@code createOrganizationIndex}. */
@DatabaseChange(name = "createOrganizationIndex", description = "An index that begins with the organization column, built concurrently", priority = 1)
public final class CreateOrganizationIndexChange extends OrganizationScopeChange {

    private static final String NAME = "indexName";

    @Override
    protected boolean usesRoutes() {
        return false;
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return index(context).build();
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        return index(context).drop();
    }

    private OrganizationIndex index(StepContext context) {
        return new OrganizationIndex(context, settings().find(NAME)
                .orElseGet(() -> Naming.index(context.name().name(), context.scope().column())));
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        settings().requireName(NAME);
    }

    @DatabaseChangeProperty(description = "Name of the index; idx_TABLE_COLUMN by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getIndexName() {
        return settings().get(NAME);
    }

    public void setIndexName(String value) {
        settings().set(NAME, value);
    }
}
