package io.orgscope.step;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import liquibase.ChecksumVersion;
import liquibase.Scope;
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
public abstract class OrganizationScopeChange extends OrderedChange {

    /**
     * What the actions are planned for.
     *
     * @param connection null when a script is written without a database
     * @param script     whether the actions are written as a script, and not run
     * @param catalog    of the tables that the step {@link #reads}, from the round trip that began the session; null if it was not read
     */
    protected record Target(Connection connection, Database database, boolean script, Catalog catalog) {
    }

    /** The actions of the update, given the catalog as it is. */
    protected abstract List<Action> forward(StepContext context) throws SQLException;

    /** The actions of the rollback. */
    protected List<Action> back(StepContext context) throws SQLException {
        return List.of();
    }

    /** Whether the rollback may have something to do. If not, it does not even read the catalog. */
    protected boolean hasRollback() {
        return true;
    }

    /** {@link #forward} for a change that is not about one table. */
    protected List<Action> planForward(Target target) throws SQLException {
        StepContext context = requireLedger(context(target), target.database());
        return StepScript.withPath(List.of(context), forward(context));
    }

    /** {@link #back} for a change that is not about one table. */
    protected List<Action> planBack(Target target) throws SQLException {
        StepContext context = requireLedger(context(target), target.database());
        return StepScript.withPath(List.of(context), back(context));
    }

    /** Whether the update has nothing to do here, known without a question to the server. For example, an earlier change set of the run did it on this connection. */
    protected boolean nothingToDo(Connection connection, Database database) {
        return false;
    }

    /** Shown to the user of the command, because a log is not always shown. */
    protected static Action said(String text) {
        return new Action.Work(connection -> Scope.getCurrentScope().getUI().sendMessage(text), List.of("-- " + text.replace("\n", "\n-- ")));
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
        return statements(database, target -> {
            if (!target.script() && settings().get(Settings.TABLE) != null) {
                UpdateSummary.current().ran(scopedTable(database).table().toString());
            }
            return planForward(target);
        }, false);
    }

    @Override
    public SqlStatement[] generateRollbackStatements(Database database) {
        return hasRollback() ? statements(database, this::planBack, true) : new SqlStatement[0];
    }

    /** Makes a list of actions from the catalog. */
    @FunctionalInterface
    private interface Plan {
        List<Action> actions(Target target) throws SQLException;
    }

    private SqlStatement[] statements(Database database, Plan plan, boolean rollback) {
        Executor executor = executor(database);
        if (executor.updatesDatabase()) {
            return new SqlStatement[] {new LiveStepStatement(connection -> !rollback && nothingToDo(connection, database), () -> reads(database),
                    (connection, session, catalog) -> StepPrivileges.explained(connection, () -> scopes(database), () -> referenced(database), () -> {
                        boolean changed = rollback && stopped(connection, database).undo(catalog, settings().locks());
                        new StepRunner(connection, settings().locks()).run(
                                plan.actions(new Target(connection, database, false, changed ? null : catalog)), session);
                        return null;
                    }))};
        }
        ScriptCommand command = ScriptCommand.of(executor);
        return new SqlStatement[] {command.once(this, rollback, () -> new StepStatement(
                () -> {
                    // Asked before the script counts its own change sets as ran. The answer stays.
                    executed(database);
                    List<Action> actions = new ArrayList<>(
                            rollback ? stopped(connection(database), database).refuse(command, () -> everything(database)) : List.of());
                    actions.addAll(plan.actions(new Target(connection(database), database, true, null)));
                    return StepScript.of(actions, settings().locks(), command, !rollback && goesOn(command, database)).stream().toList();
                }))};
    }

    /** The later changes of the table. It throws if the ledger of one of the tables is lost. */
    private StoppedSteps stopped(Connection connection, Database database) throws SQLException {
        LostLedger.refuse(connection, ownUpdate(), () -> ledgersBegun(database).stream().map(change -> change.scopedTable(database)).toList());
        List<OrganizationScopeChange> later = connection == null ? List.of() : order().laterRolledBackEarlier(this);
        return new StoppedSteps(connection, later.stream().map(change -> new StoppedSteps.Later((RolledBackEarlier) change, change.scopedTable(database),
                () -> change.recorded(database), () -> change.planBack(new Target(connection, database, false, null)))).toList());
    }

    /** The lines of the table's ledger that rollbacks of later change sets take back. */
    protected final List<String> takenBackLater(StepContext context) {
        return lines(order().laterRolledBackEarlier(this), context);
    }

    /** The same, with those of earlier change sets. */
    protected final List<String> takenBack(StepContext context) {
        return lines(order().rolledBackEarlier(this), context);
    }

    private static List<String> lines(List<OrganizationScopeChange> changes, StepContext context) {
        return changes.stream().flatMap(change -> ((RolledBackEarlier) change).ledgerLines(context.ledger()).stream()).toList();
    }

    /** The context, unless an earlier step has begun the ledger of the table and it is lost. */
    protected final StepContext requireLedger(StepContext context, Database database) {
        return LostLedger.refuse(context, () -> ledgerBegun(database));
    }

    private static Executor executor(Database database) {
        return Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
    }

    private StepContext context(Target target) throws SQLException {
        Connection connection = target.connection();
        ScopedTable scope = scopedTable(target.database());
        Catalog read = target.catalog();
        if (read != null && (usesRoutes() || !read.find(scope.table()).map(Table::partitioned).orElse(false))) {
            return StepContext.of(connection, read, usesRoutes() ? scope : scope.withoutRoutes(), settings().locks(), false);
        }
        if (!target.script() || connection == null) {
            return StepContext.of(connection, scope, settings().locks(), target.script());
        }
        Catalog catalog = ScriptCommand.of(executor(target.database())).catalog(connection, scope.tables(), () -> everything(target.database()));
        return StepContext.of(connection, catalog, scope, settings().locks(), true);
    }

    /** The tables of all steps of the whole changelog. */
    private Set<TableName> everything(Database database) {
        return order().all().stream().flatMap(Order::changes).flatMap(change -> change.scopes(database).stream())
                .flatMap(scope -> scope.tables().stream()).collect(Collectors.toSet());
    }

    /** The tables of the catalog that the step reads first, whatever it does; none if it reads others. */
    protected Collection<TableName> reads(Database database) {
        ScopedTable scope = scopedTable(database);
        return usesRoutes() ? scope.tables() : List.of(scope.table(), scope.organizations().table());
    }

    /** Whether the step needs the routes and the tables that they read. For a partitioned table they are always read. */
    protected boolean usesRoutes() {
        return true;
    }

    /** The tables of the change. */
    protected Collection<ScopedTable> scopes(Database database) {
        return List.of(scopedTable(database));
    }

    /** The tables that a foreign key of the step references and that are neither declared nor the organizations. */
    protected Collection<TableName> referenced(Database database) {
        return List.of();
    }

    /** The table of the change, with the routes that its steps resolve. */
    protected ScopedTable scopedTable(Database database) {
        return settings().scopedTable(defaultSchema(database));
    }

    /** The schema for names without one. */
    public static String defaultSchema(Database database) {
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
            if (settings().get(required) == null) {
                errors.addError(getSerializedObjectName() + " needs the property " + required + ".");
            }
        }
        if (!errors.hasErrors()) {
            try {
                check(database);
            } catch (OrgScopeException wrong) {
                errors.addError(getSerializedObjectName() + ": " + wrong.getMessage());
            }
        }
        return errors;
    }

    /** The properties that have to be set. */
    protected Collection<String> required() {
        return List.of(Settings.TABLE);
    }

    /** Checks the values of the properties. Throws if one is not allowed. */
    protected void check(Database database) {
        scopedTable(database);
        settings().locks();
    }

    @Override
    public final String[] getExcludedFieldFilters(ChecksumVersion version) {
        return notInChecksum().toArray(String[]::new);
    }

    /**
     * The properties that the checksum of the change leaves out: the lock timeouts, the type of the key, which only a script
     * without a database needs, and the routes. If rows have no organization, the user may add a route. That must not make
     * the finished steps invalid.
     */
    protected Stream<String> notInChecksum() {
        return Stream.of(Settings.LOCK_TIMEOUT, Settings.LOCK_DEADLINE, Settings.ORGANIZATIONS_TYPE, Settings.ROUTE);
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
            settings().set(Settings.ROUTE, Settings.routeText(route.getValue()));
        }
    }

    @Override
    public String getConfirmationMessage() {
        return getSerializedObjectName() + ": " + settings().get(Settings.TABLE);
    }
}
