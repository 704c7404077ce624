package io.orgscope.step;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.ValidationErrors;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;

/**
 * A step as Liquibase sees it: properties, a forward and a backward list of {@link Action actions}, and whether they run
 * or are written as a script. Changes run in change sets with {@code runInTransaction: false}. A transaction around them
 * would hold every lock to its end.
 */
public abstract class OrganizationScopeChange extends AbstractChange {

    /** For {@link DatabaseChangeProperty}: checked by {@link #validate}, not by guessing from half-empty beans. */
    protected static final String NOT_COMPUTED = "none";
    protected static final String POSTGRESQL = "postgresql";

    private final Settings settings = new Settings();

    /** One for each command that writes a script, as Liquibase asks more than once. */
    private final Map<Executor, SqlStatement> scripts = new WeakHashMap<>();
    private final Map<Executor, SqlStatement> scriptsBack = new WeakHashMap<>();

    /** What the step does, given the catalog as it is. */
    protected abstract List<Action> forward(StepContext context) throws SQLException;

    /** What takes it back. */
    protected abstract List<Action> back(StepContext context) throws SQLException;

    /** {@link #forward} for a change that does not speak of one table. */
    protected List<Action> planForward(Connection connection, Database database, boolean script) throws SQLException {
        return forward(context(connection, database, script));
    }

    /** {@link #back} for a change that does not speak of one table. */
    protected List<Action> planBack(Connection connection, Database database, boolean script) throws SQLException {
        return back(context(connection, database, script));
    }

    /** Said to whoever runs the command: a log is not always shown. */
    protected static Action said(String text) {
        return new Action.Work(connection -> Scope.getCurrentScope().getUI().sendMessage(text), List.of("-- " + text.replace("\n", "\n-- ")));
    }

    protected final Settings settings() {
        return settings;
    }

    @Override
    public boolean supports(Database database) {
        return POSTGRESQL.equals(database.getShortName());
    }

    @Override
    public boolean generateStatementsVolatile(Database database) {
        return false;
    }

    @Override
    public boolean generateRollbackStatementsVolatile(Database database) {
        return false;
    }

    @Override
    public boolean supportsRollback(Database database) {
        return true;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return statements(database, (connection, of, script) -> {
            if (!script && settings.get(Settings.TABLE) != null) {
                UpdateSummary.current().ran(scopedTable(of).table().toString());
            }
            return planForward(connection, of, script);
        }, scripts);
    }

    @Override
    public SqlStatement[] generateRollbackStatements(Database database) {
        return statements(database, this::planBack, scriptsBack);
    }

    /** Makes a list of actions from what the database has. */
    @FunctionalInterface
    private interface Plan {
        List<Action> actions(Connection connection, Database database, boolean script) throws SQLException;
    }

    private SqlStatement[] statements(Database database, Plan plan, Map<Executor, SqlStatement> scripts) {
        Executor executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
        return new SqlStatement[] {executor.updatesDatabase()
                ? new LiveStepStatement(connection -> StepRights.explained(connection, () -> scopes(database), () -> {
                    new StepRunner(connection, settings.locks()).run(plan.actions(connection, database, false));
                    return null;
                }))
                : scripts.computeIfAbsent(executor, writer -> new StepStatement(
                        () -> StepScript.of(plan.actions(connection(database), database, true), settings.locks(), writer)))};
    }

    private StepContext context(Connection connection, Database database, boolean script) throws SQLException {
        ScopedTable scope = scopedTable(database);
        if (!script || connection == null) {
            return StepContext.of(connection, scope, settings.locks(), script);
        }
        Executor writer = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
        return StepContext.of(connection, ScriptCatalogs.of(writer, connection, scope.tables(), () -> everything(database)), scope, settings.locks(), true);
    }

    /** The tables that any step of the whole changelog speaks of. */
    private Set<TableName> everything(Database database) {
        return getChangeSet() == null || getChangeSet().getChangeLog() == null ? Set.of()
                : getChangeSet().getChangeLog().getRootChangeLog().getChangeSets().stream().flatMap(changeSet -> changeSet.getChanges().stream())
                        .filter(OrganizationScopeChange.class::isInstance)
                        .flatMap(change -> ((OrganizationScopeChange) change).scopes(database).stream())
                        .flatMap(scope -> scope.tables().stream()).collect(Collectors.toSet());
    }

    /** The tables that the change speaks of. */
    protected Collection<ScopedTable> scopes(Database database) {
        return List.of(scopedTable(database));
    }

    private ScopedTable scopedTable(Database database) {
        return settings.scopedTable(defaultSchema(database));
    }

    /** Where names without a schema are. */
    protected static String defaultSchema(Database database) {
        String schema = database.getDefaultSchemaName();
        return schema == null ? "public" : schema;
    }

    /** The JDBC connection, or null when a script is written without a database. */
    protected static Connection connection(Database database) {
        return database.getConnection() instanceof JdbcConnection jdbc ? jdbc.getUnderlyingConnection() : null;
    }

    @Override
    public ValidationErrors validate(Database database) {
        ValidationErrors errors = new ValidationErrors(this);
        if (!supports(database)) {
            errors.addError(getSerializedObjectName() + " works on PostgreSQL, not on " + database.getDisplayName() + ".");
        }
        if (getChangeSet() != null && getChangeSet().isRunInTransaction()) {
            errors.addError(getSerializedObjectName() + " needs 'runInTransaction: false' on its change set: in a transaction"
                    + " every lock is held to its end, and nothing can be built concurrently.");
        }
        for (String required : required()) {
            if (settings.get(required) == null) {
                errors.addError(getSerializedObjectName() + " needs the property " + required + ".");
            }
        }
        if (!errors.hasErrors()) {
            try {
                check(database);
            } catch (OrgScopeException | IllegalArgumentException wrong) {
                errors.addError(getSerializedObjectName() + ": " + wrong.getMessage());
            }
        }
        return errors;
    }

    /** The properties that have to be set. */
    protected Collection<String> required() {
        return List.of(Settings.TABLE);
    }

    /** Checks the values of the properties; throws when one cannot be. */
    protected void check(Database database) {
        scopedTable(database);
        settings.locks();
    }

    /**
     * What does not make another change of a change: how patient it is, the key's type, which a script without a database
     * needs and every other run knows, and the routes. Where rows turn out to have no
     * organization, a further route is the remedy; it must not make an error of the steps that were done.
     */
    @Override
    public String[] getExcludedFieldFilters(ChecksumVersion version) {
        return new String[] {Settings.LOCK_TIMEOUT, Settings.LOCK_DEADLINE, Settings.ORGANIZATIONS_TYPE, Settings.ROUTE};
    }

    @Override
    protected void customLoadLogic(ParsedNode node, ResourceAccessor accessor) throws ParsedNodeException {
        Optional<String> unknown = Settings.unknown(getSerializedObjectName(),
                node.getChildren().stream().map(ParsedNode::getName).toList(), getSerializableFields());
        if (unknown.isPresent()) {
            throw new ParsedNodeException(unknown.get());
        }
        ParsedNode route = node.getChild(null, Settings.ROUTE);
        if (route != null) {
            settings.set(Settings.ROUTE, Settings.routeText(route.getValue()));
        }
    }

    @Override
    public String getConfirmationMessage() {
        return getSerializedObjectName() + ": " + settings.get(Settings.TABLE);
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
