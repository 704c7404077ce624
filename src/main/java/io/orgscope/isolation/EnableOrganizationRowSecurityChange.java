package io.orgscope.isolation;

import io.orgscope.spec.Isolation;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 12, {@code enableOrganizationRowSecurity}. */
@DatabaseChange(name = "enableOrganizationRowSecurity", description = "Policies that let a session see and write one organization's rows,"
        + " and row security switched on", priority = 1)
public final class EnableOrganizationRowSecurityChange extends OrganizationScopeChange {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        context.sound();
        List<Action> actions = new ArrayList<>();
        if (context.connection() != null) {
            new RowSecurityHazards(context, rows()).check().forEach(warning -> actions.add(said(warning)));
        }
        actions.addAll(new RowSecurity(context, rows()).enable());
        return actions;
    }

    @Override
    protected List<Action> back(StepContext context) {
        return new RowSecurity(context, rows()).disable();
    }

    private Isolation.Rows rows() {
        return RowProperties.read(settings().get(RowProperties.SETTING), settings().get(RowProperties.ROLES), settings().get(RowProperties.FORCE));
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        rows();
    }

    @DatabaseChangeProperty(description = "The setting that says which organization a session works for; " + Isolation.Rows.DEFAULT_SETTING
            + " by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getSetting() {
        return settings().get(RowProperties.SETTING);
    }

    public void setSetting(String value) {
        settings().set(RowProperties.SETTING, Isolation.Rows.DEFAULT_SETTING.equals(value) ? null : value);
    }

    @DatabaseChangeProperty(description = "Who is bound: a role, or a YAML list of roles; everybody but the owner by default",
            requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getRoles() {
        return settings().get(RowProperties.ROLES);
    }

    public void setRoles(String value) {
        settings().set(RowProperties.ROLES, value);
    }

    @DatabaseChangeProperty(description = "true to bind the owner too; false by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getForce() {
        return settings().get(RowProperties.FORCE);
    }

    public void setForce(String value) {
        settings().set(RowProperties.FORCE, "false".equals(value) ? null : value);
    }
}
