package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a connection through a pooler that gives it another server session for each transaction. Settings of the
 * migration would stay in a server session that the application uses next.
 */
public final class TransactionPooling {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionPooling.class);

    /** A busy pooler gives the same session again only by chance; an idle one does at once. */
    private static final int ROUNDS = 8;

    private static final String MARK = "orgscope.session";

    /** A user of a session pool says so with this system property, if no second connection can be opened. */
    private static final String ACCEPTED = "orgscope.sessionPool";

    /** Two servers behind one URL may have the same process id. What every role can read tells them apart. */
    private static final String SESSION = """
            SELECT pg_catalog.pg_backend_pid() || ' ' || pg_catalog.pg_postmaster_start_time() AS session,
                   pg_catalog.current_setting('orgscope.session', true) AS mark
            """;

    private static final String SET = "SELECT pg_catalog.set_config('" + MARK + "', ?, false)";

    private static final String MESSAGE = "This connection goes through a pooler in transaction mode (PgBouncer's pool_mode = transaction): each of its"
            + " transactions may run in another server session. Settings of the migration would reach the application's sessions, and its"
            + " locks would be lost. Give Liquibase a URL to PostgreSQL itself or to a pool in session mode, then run the command again."
            + " Nothing was changed by this step.";

    private static final String UNKNOWN = "Something stands between this connection and PostgreSQL, for example a pooler: the server session has another process id than"
            + " the one that the login got. No second connection could be opened to find out whether it is a pooler in transaction mode (%s). Behind such a pooler,"
            + " settings of the migration would reach the application's sessions. Give Liquibase a URL to PostgreSQL itself, or user and password as settings of its"
            + " own. If it is a pool in session mode, set the system property " + ACCEPTED + " to true (on the command line: JAVA_OPTS=-D" + ACCEPTED
            + "=true liquibase …), and run the command again. Nothing was changed by this step.";

    /** Opens a second connection to the same place. */
    @FunctionalInterface
    public interface Another {
        Connection open() throws SQLException;
    }

    private TransactionPooling() {
    }

    /**
     * Compares the process id that the driver got at its login with that of the session. If they are the same, the connection is one to PostgreSQL itself.
     * A pooler gives its clients ids of its own, because they cancel statements with them. Then the server sessions of two connections are compared. Without a
     * pooler in transaction mode they are never the same.
     *
     * @param connection in autocommit mode
     * @throws OrgScopeException if the two share a session, or one of them changes it, or no second connection can be opened behind a pooler
     */
    public static void refuse(Connection connection, Another another) throws SQLException {
        Optional<Integer> atLogin = Connections.processId(connection);
        boolean direct = atLogin.isPresent() && atLogin.get().equals(Sql.first(connection, 0, "SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1)));
        if (!direct) {
            compare(connection, another, atLogin.isPresent());
        }
    }

    private static void compare(Connection connection, Another another, boolean pooled) throws SQLException {
        try (Connection second = another.open()) {
            // A pool without a free session accepts the connection, and then does not answer.
            NetworkTimeout.set(second, NetworkTimeout.FIRST_ANSWER);
            String mark = UUID.randomUUID().toString();
            Sql.list(connection, SET, row -> row.getString(1), mark);
            boolean shared = shared(connection, second, mark);
            Sql.list(connection, SET, row -> row.getString(1), "");
            if (shared) {
                throw new OrgScopeException(MESSAGE);
            }
        } catch (SQLException unavailable) {
            if (connection.isClosed()) {
                throw unavailable;
            }
            if (pooled && !Boolean.getBoolean(ACCEPTED)) {
                throw new OrgScopeException(UNKNOWN.formatted(unavailable.getMessage()), unavailable);
            }
            LOG.debug("It is not known whether the connection goes through a pooler: {}", unavailable.getMessage());
        }
    }

    private static boolean shared(Connection connection, Connection second, String mark) throws SQLException {
        Set<String> first = new HashSet<>();
        Set<String> other = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            first.add(look(connection).name());
            Session seen = look(second);
            other.add(seen.name());
            if (mark.equals(seen.mark()) || first.size() > 1 || other.size() > 1 || first.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private record Session(String name, String mark) {
    }

    private static Session look(Connection connection) throws SQLException {
        return Sql.list(connection, SESSION, row -> new Session(row.getString("session"), row.getString("mark"))).get(0);
    }
}
