package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
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

    /** Two servers behind one URL may have the same process id. */
    private static final String SESSION = """
            SELECT a.pid || ' ' || a.backend_start AS session, pg_catalog.current_setting('orgscope.session', true) AS mark
              FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()) a
            """;

    private static final String SET = "SELECT pg_catalog.set_config('" + MARK + "', ?, false)";

    private static final String MESSAGE = "This connection goes through a pooler in transaction mode (PgBouncer's pool_mode = transaction): each of its"
            + " transactions may run in another server session. Settings of the migration would reach the application's sessions, and its"
            + " locks would be lost. Give Liquibase a URL to PostgreSQL itself or to a pool in session mode, then run the command again."
            + " Nothing was changed by this step.";

    /** Opens a second connection to the same place. */
    @FunctionalInterface
    public interface Another {
        Connection open() throws SQLException;
    }

    private TransactionPooling() {
    }

    /**
     * Compares the server sessions of two connections. Without a pooler they are never the same. If no second
     * connection can be opened, nothing is known and nothing is refused.
     *
     * @param connection in autocommit mode
     * @throws OrgScopeException if the two share a session, or one of them changes it
     */
    public static void refuse(Connection connection, Another another) throws SQLException {
        try (Connection second = another.open()) {
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
