package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A session with the settings of a migration, for a while. Timeouts of the role or the database do not apply. If row
 * security would hide rows, the query fails. Afterwards every setting is as before.
 */
public final class MigrationSession {

    /** transaction_timeout came with PostgreSQL 17. A setting that the server does not have is left out. */
    private static final Map<String, String> WANTED = Map.of(
            "statement_timeout", "0", "lock_timeout", "0", "idle_in_transaction_session_timeout", "0",
            "transaction_timeout", "0", "row_security", "off");

    /** OFFSET 0 separates the two: each setting is read before it is set. */
    private static final String BEGIN = """
            SELECT s.name, s.value, pg_catalog.set_config(s.name, s.wanted, false)
              FROM (SELECT w.name, w.wanted, pg_catalog.current_setting(w.name, true) AS value
                      FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[])) AS w(name, wanted) OFFSET 0) AS s
             WHERE s.value IS NOT NULL
            """;

    private static final String SET = """
            SELECT pg_catalog.set_config(s.name, s.value, false) FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[])) AS s(name, value)
            """;

    private MigrationSession() {
    }

    /**
     * Runs the work on a connection in autocommit mode.
     *
     * @throws SQLException from the work. If the settings cannot be restored after a failure, that error is suppressed
     */
    public static <T> T run(Connection connection, Transaction.Work<T> work) throws SQLException {
        Map<String, String> before = new LinkedHashMap<>();
        Sql.list(connection, BEGIN, row -> before.put(row.getString("name"), row.getString("value")),
                WANTED.keySet().toArray(String[]::new), WANTED.values().toArray(String[]::new));
        Throwable failure = null;
        try {
            return work.run();
        } catch (SQLException | RuntimeException thrown) {
            failure = thrown;
            throw thrown;
        } finally {
            restore(connection, before, failure);
        }
    }

    private static void restore(Connection connection, Map<String, String> before, Throwable failure) throws SQLException {
        try {
            if (!connection.isClosed()) {
                set(connection, before);
            }
        } catch (SQLException secondary) {
            if (failure == null) {
                throw secondary;
            }
            failure.addSuppressed(secondary);
        }
    }

    private static void set(Connection connection, Map<String, String> settings) throws SQLException {
        Sql.list(connection, SET, row -> row.getString(1), settings.keySet().toArray(String[]::new), settings.values().toArray(String[]::new));
    }
}
