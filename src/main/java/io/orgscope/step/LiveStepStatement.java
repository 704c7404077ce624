package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Connections;
import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.NetworkTimeout;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowContents;
import io.orgscope.postgres.RowSecurityRefusal;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.TableName;
import io.orgscope.postgres.TransactionPooling;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import liquibase.Scope;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.database.PreparedStatementFactory;
import liquibase.exception.DatabaseException;
import liquibase.resource.PathHandlerFactory;
import liquibase.statement.ExecutablePreparedStatement;

/**
 * A step that runs. Liquibase gives the connection to a prepared statement, so the step is one. If it fails, its
 * message is shown instead of the summary.
 */
public final class LiveStepStatement extends StepStatement implements ExecutablePreparedStatement {

    private static final Set<Connection> LOOKED_AT = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Whether a step has nothing to do, without a question to the server. */
    @FunctionalInterface
    interface Idle {
        boolean on(Connection connection);
    }

    private final Idle idle;
    private final Supplier<Collection<TableName>> tables;
    private final Work work;

    /** What the step does. */
    @FunctionalInterface
    interface Work {
        void run(Connection connection, MigrationSession session, Catalog catalog) throws SQLException;
    }

    /**
     * @param tables the tables whose catalog the work gets. They are asked for when the step runs, because Liquibase makes the statement before it
     *               validates the step.
     */
    LiveStepStatement(Idle idle, Supplier<Collection<TableName>> tables, Work work) {
        super(List::of);
        this.idle = idle;
        this.tables = tables;
        this.work = work;
    }

    @Override
    public void execute(PreparedStatementFactory factory) throws DatabaseException {
        try {
            run(factory);
        } catch (DatabaseException | RuntimeException stopped) {
            UpdateSummary.take();
            throw stopped;
        }
    }

    private void run(PreparedStatementFactory factory) throws DatabaseException {
        try (PreparedStatement statement = factory.create("SELECT 1")) {
            Connection connection = statement.getConnection();
            if (idle.on(connection)) {
                return;
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
                connection.setAutoCommit(true);
            }
            refusePooled(connection);
            MigrationSession.run(connection, tables.get(), (session, catalog) -> RowSecurityRefusal.explained(connection, () -> {
                work.run(connection, session, catalog);
                return null;
            }));
        } catch (OrgScopeException stopped) {
            throw new DatabaseException(stopped.getMessage(), stopped);
        } catch (SQLException stopped) {
            SQLException failed = RowContents.removed(stopped);
            throw new DatabaseException(failed.getMessage() + SqlState.inParentheses(failed), failed);
        }
    }

    /**
     * Refuses a pooler in transaction mode. It looks once for each connection, before a setting of its session is changed.
     *
     * @param connection in autocommit mode
     * @throws OrgScopeException if there is one
     */
    public static void refusePooled(Connection connection) throws SQLException {
        if (!LOOKED_AT.contains(connection)) {
            TransactionPooling.refuse(connection, () -> another(connection));
            LOOKED_AT.add(connection);
        }
    }

    /** A second connection to the same place as Liquibase's own, with the password and the properties for the driver that Liquibase has. */
    public static Connection another(Connection connection) throws SQLException {
        Properties properties = new Properties();
        // A pool without a free session accepts the connection, and does not answer what the driver asks first. In seconds.
        properties.setProperty("loginTimeout", String.valueOf(NetworkTimeout.FIRST_ANSWER.toSeconds()));
        setting("password").ifPresent(password -> properties.setProperty("password", password));
        Optional<String> file = setting("driverPropertiesFile");
        if (file.isPresent()) {
            try (InputStream in = Scope.getCurrentScope().getSingleton(PathHandlerFactory.class).getResource(file.get()).openInputStream()) {
                properties.load(in);
            } catch (IOException unreadable) {
                throw new SQLException("The file " + file.get() + " cannot be read: " + unreadable.getMessage(), unreadable);
            }
        }
        return Connections.another(connection, properties);
    }

    private static Optional<String> setting(String argument) {
        return Optional.ofNullable(Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class)
                .getCurrentConfiguredValue(null, null, "liquibase.command." + argument).getValue()).map(Object::toString);
    }
}
