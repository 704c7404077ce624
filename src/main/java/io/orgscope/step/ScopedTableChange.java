package io.orgscope.step;

import liquibase.change.AbstractChange;
import liquibase.change.DatabaseChangeProperty;

/** A change of a table that gets its organization: the properties that all changes of this library have. */
public abstract class ScopedTableChange extends AbstractChange {

    /** For {@link DatabaseChangeProperty}: checked by {@link #validate}, not by guessing from half-empty beans. */
    protected static final String NOT_COMPUTED = "none";
    protected static final String POSTGRESQL = "postgresql";

    private final Settings settings = new Settings();

    protected final Settings settings() {
        return settings;
    }

    @DatabaseChangeProperty(description = "Schema of the table", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getSchemaName() {
        return settings.get(Settings.SCHEMA);
    }

    public void setSchemaName(String value) {
        settings.set(Settings.SCHEMA, value);
    }

    @DatabaseChangeProperty(description = "The table that gets an organization", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getTableName() {
        return settings.get(Settings.TABLE);
    }

    public void setTableName(String value) {
        settings.set(Settings.TABLE, value);
    }

    @DatabaseChangeProperty(description = "The column for the organization; organization_id by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getColumnName() {
        return settings.get(Settings.COLUMN);
    }

    public void setColumnName(String value) {
        settings.set(Settings.COLUMN, value);
    }

    @DatabaseChangeProperty(description = "Schema of the organizations table", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOrganizationsSchemaName() {
        return settings.get(Settings.ORGANIZATIONS_SCHEMA);
    }

    public void setOrganizationsSchemaName(String value) {
        settings.set(Settings.ORGANIZATIONS_SCHEMA, value);
    }

    @DatabaseChangeProperty(description = "The organizations table; organizations by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOrganizationsTableName() {
        return settings.get(Settings.ORGANIZATIONS_TABLE);
    }

    public void setOrganizationsTableName(String value) {
        settings.set(Settings.ORGANIZATIONS_TABLE, value);
    }

    @DatabaseChangeProperty(description = "The column that identifies an organization; id by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOrganizationsKey() {
        return settings.get(Settings.ORGANIZATIONS_KEY);
    }

    public void setOrganizationsKey(String value) {
        settings.set(Settings.ORGANIZATIONS_KEY, value);
    }

    @DatabaseChangeProperty(description = "Type of that column, needed only for scripts without a database", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOrganizationsType() {
        return settings.get(Settings.ORGANIZATIONS_TYPE);
    }

    public void setOrganizationsType(String value) {
        settings.set(Settings.ORGANIZATIONS_TYPE, value);
    }

    @DatabaseChangeProperty(description = "How a row finds its organization: one route or a YAML list of them, as text", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getRoute() {
        return settings.get(Settings.ROUTE);
    }

    public void setRoute(String value) {
        settings.set(Settings.ROUTE, value);
    }

    @DatabaseChangeProperty(description = "How long one lock request may wait, for example 50ms", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getLockTimeout() {
        return settings.get(Settings.LOCK_TIMEOUT);
    }

    public void setLockTimeout(String value) {
        settings.set(Settings.LOCK_TIMEOUT, value);
    }

    @DatabaseChangeProperty(description = "The time after which no lock is requested any more, for example 10min", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getLockDeadline() {
        return settings.get(Settings.LOCK_DEADLINE);
    }

    public void setLockDeadline(String value) {
        settings.set(Settings.LOCK_DEADLINE, value);
    }
}
