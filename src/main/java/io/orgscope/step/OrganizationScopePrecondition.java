package io.orgscope.step;

import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomPreconditionErrorException;
import liquibase.exception.CustomPreconditionFailedException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.precondition.AbstractPrecondition;
import liquibase.precondition.CustomPrecondition;
import liquibase.resource.ResourceAccessor;

/**
 * A rule as a precondition. In YAML it has a name of its own, or it is used by {@code customPrecondition: className}. It
 * has the properties of the changes.
 */
public abstract class OrganizationScopePrecondition extends AbstractPrecondition implements CustomPrecondition {

    private static final Set<String> PROPERTIES = Set.of(Settings.SCHEMA, Settings.TABLE, Settings.COLUMN,
            Settings.ORGANIZATIONS_SCHEMA, Settings.ORGANIZATIONS_TABLE, Settings.ORGANIZATIONS_KEY, Settings.ORGANIZATIONS_TYPE,
            Settings.ROUTE);

    private final Settings settings = new Settings();

    /** The message if the rule does not hold. */
    protected abstract Optional<String> failure(StepContext context) throws SQLException;

    protected final Settings settings() {
        return settings;
    }

    /** The missing property, as a sentence. Without it the rule would check nothing. */
    protected Optional<String> missing() {
        return settings.get(Settings.TABLE) == null ? Optional.of(getName() + " needs the property " + Settings.TABLE + ".") : Optional.empty();
    }

    /** {@link #missing} for a rule about routes. */
    protected final Optional<String> missingRoute() {
        return settings.get(Settings.ROUTE) == null ? Optional.of(getName() + " needs the property " + Settings.ROUTE
                + ": how does a row find its organization? For example user_id -> users.default_organization_id.") : Optional.empty();
    }

    /** The properties beyond the common ones. */
    protected Set<String> furtherProperties() {
        return Set.of();
    }

    @Override
    public void check(Database database, DatabaseChangeLog changeLog, ChangeSet changeSet, ChangeExecListener listener)
            throws PreconditionFailedException, PreconditionErrorException {
        Optional<String> failure;
        try {
            failure = found(database);
        } catch (SQLException unanswered) {
            throw new PreconditionErrorException(unanswered, changeLog, this);
        }
        if (failure.isPresent()) {
            throw new PreconditionFailedException(failure.get(), changeLog, this);
        }
    }

    @Override
    public void check(Database database) throws CustomPreconditionFailedException, CustomPreconditionErrorException {
        Optional<String> failure;
        try {
            failure = found(database);
        } catch (SQLException unanswered) {
            throw new CustomPreconditionErrorException(unanswered.getMessage(), unanswered);
        }
        if (failure.isPresent()) {
            throw new CustomPreconditionFailedException(failure.get());
        }
    }

    /**
     * The message if the rule does not hold, or cannot be checked with this declaration.
     *
     * @throws SQLException if the database did not answer. Then nothing is known about the rule: {@code onError} counts, and not {@code onFail}
     */
    private Optional<String> found(Database database) throws SQLException {
        try {
            return look(database);
        } catch (OrgScopeException stopped) {
            if (stopped.unanswered()) {
                throw unanswered(stopped);
            }
            return Optional.of(stopped.getMessage());
        }
    }

    /** Without a connection there is nothing to check, and nothing is changed. */
    private Optional<String> look(Database database) throws SQLException {
        Connection connection = database.getConnection() instanceof JdbcConnection jdbc ? jdbc.getUnderlyingConnection() : null;
        if (connection == null) {
            return Optional.empty();
        }
        if (missing().isPresent()) {
            return missing();
        }
        refusePooled(connection);
        ScopedTable scope = settings.scopedTable(OrganizationScopeChange.defaultSchema(database));
        return StepPrivileges.explained(connection, () -> List.of(scope), List::of, () -> MigrationSession.run(connection, () ->
                failure(StepContext.of(connection, scope, settings.locks(), false))));
    }

    /** A transaction keeps its session, also behind a pooler. Otherwise nothing is known about the rule. */
    private static void refusePooled(Connection connection) throws SQLException {
        try {
            if (connection.getAutoCommit()) {
                LiveStepStatement.refusePooled(connection);
            }
        } catch (OrgScopeException pooled) {
            throw unanswered(pooled);
        }
    }

    /** Liquibase shows the innermost cause, which may not have the next step. So the failure is a suppressed one. */
    private static SQLException unanswered(OrgScopeException stopped) {
        SQLException unanswered = new SQLException(stopped.getMessage());
        unanswered.addSuppressed(stopped);
        return unanswered;
    }

    @Override
    public void load(ParsedNode node, ResourceAccessor accessor) throws ParsedNodeException {
        Set<String> known = getSerializableFields();
        Optional<String> unknown = Settings.unknown(getName(), node.getChildren().stream().map(ParsedNode::getName).toList(), known);
        if (unknown.isPresent()) {
            throw new ParsedNodeException(unknown.get());
        }
        for (ParsedNode child : node.getChildren().stream().filter(child -> child.getName() != null).toList()) {
            settings.set(child.getName(), child.getName().equals(Settings.ROUTE) ? Settings.routeText(child.getValue())
                    : String.valueOf(child.getValue()));
        }
        if (missing().isPresent()) {
            throw new ParsedNodeException(missing().get());
        }
        try {
            settings.scopedTable("public");
        } catch (OrgScopeException wrong) {
            throw new ParsedNodeException(getName() + ": " + wrong.getMessage());
        }
    }

    @Override
    public Set<String> getSerializableFields() {
        Set<String> all = new TreeSet<>(PROPERTIES);
        all.addAll(furtherProperties());
        return all;
    }

    @Override
    public Object getSerializableFieldValue(String field) {
        return settings.get(field);
    }

    @Override
    public String getSerializedObjectNamespace() {
        return GENERIC_CHANGELOG_EXTENSION_NAMESPACE;
    }

    @Override
    public Warnings warn(Database database) {
        return new Warnings();
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }

    @Override
    public String toString() {
        return getName() + " of " + settings.get(Settings.TABLE);
    }

    public void setSchemaName(String value) {
        settings.set(Settings.SCHEMA, value);
    }

    public void setTableName(String value) {
        settings.set(Settings.TABLE, value);
    }

    public void setColumnName(String value) {
        settings.set(Settings.COLUMN, value);
    }

    public void setOrganizationsSchemaName(String value) {
        settings.set(Settings.ORGANIZATIONS_SCHEMA, value);
    }

    public void setOrganizationsTableName(String value) {
        settings.set(Settings.ORGANIZATIONS_TABLE, value);
    }

    public void setOrganizationsKey(String value) {
        settings.set(Settings.ORGANIZATIONS_KEY, value);
    }

    public void setOrganizationsType(String value) {
        settings.set(Settings.ORGANIZATIONS_TYPE, value);
    }

    public void setRoute(String value) {
        settings.set(Settings.ROUTE, value);
    }
}
