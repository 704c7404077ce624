package io.orgscope.reference;

import io.orgscope.spec.Naming;
import io.orgscope.spec.OnDelete;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 05, {@code addOrganizationForeignKey}. */
@DatabaseChange(name = "addOrganizationForeignKey", description = "The foreign key to the organizations, NOT VALID and then validated",
        priority = 1)
public final class AddOrganizationForeignKeyChange extends OrganizationScopeChange {

    private static final String NAME = "constraintName";
    private static final String ON_DELETE = "onDelete";

    @Override
    protected boolean usesRoutes() {
        return false;
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return reference(context).add();
    }

    @Override
    protected List<Action> back(StepContext context) {
        return reference(context).drop();
    }

    private OrganizationReference reference(StepContext context) {
        return new OrganizationReference(context, settings().find(NAME)
                .orElseGet(() -> Naming.foreignKey(context.name().name(), context.scope().column())), onDelete());
    }

    private OnDelete onDelete() {
        return settings().find(ON_DELETE).map(OnDelete::of).orElse(OnDelete.CASCADE);
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        settings().requireName(NAME);
        onDelete();
    }

    @DatabaseChangeProperty(description = "Name of the foreign key; fk_TABLE_COLUMN by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getConstraintName() {
        return settings().get(NAME);
    }

    public void setConstraintName(String value) {
        settings().set(NAME, value);
    }

    @DatabaseChangeProperty(description = "cascade (the default), restrict or no action", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOnDelete() {
        return settings().get(ON_DELETE);
    }

    public void setOnDelete(String value) {
        settings().set(ON_DELETE, value);
    }
}
