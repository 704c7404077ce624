package io.orgscope.isolation;

import io.orgscope.spec.Isolation;
import io.orgscope.step.OrganizationScopeChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** The common part of steps 12 and 13: the properties of row security. */
abstract class RowSecurityChange extends OrganizationScopeChange {

    final Isolation.Rows rows() {
        return RowProperties.read(settings());
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

    @DatabaseChangeProperty(description = "The roles that are bound: one role, or a YAML list of roles; everybody but the owner by default",
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
