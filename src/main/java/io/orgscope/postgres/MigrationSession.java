package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session with the settings of a migration, for a while. Timeouts of the role or the database do not apply. If row
 * security would hide rows, the query fails. Afterwards every setting is as before.
 */
public final class MigrationSession {

    private static final List<String> TIMEOUTS = List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout");

    /** It came with this version of PostgreSQL. */
    private static final String LATER_TIMEOUT = "transaction_timeout";
    private static final int LATER = 17;

    private MigrationSession() {
    }

    /**
     * Runs the work on a connection in autocommit mode.
     *
     * @throws SQLException from the work. If the settings cannot be restored after a failure, that error is suppressed
     */
    public static <T> T run(Connection connection, Transaction.Work<T> work) throws SQLException {
        Map<String, String> before = begin(connection);
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

    /** Sets everything in one query without a table, because it runs for each step. Each setting is read before it is set. */
    private static Map<String, String> begin(Connection connection) throws SQLException {
        Map<String, String> wanted = wanted(connection);
        String sql = "SELECT " + Stream.concat(wanted.keySet().stream().map(name -> "pg_catalog.current_setting('" + name + "')"),
                Stream.of(set(wanted))).collect(Collectors.joining(", "));
        return Sql.list(connection, sql, row -> {
            Map<String, String> before = new LinkedHashMap<>();
            for (String name : wanted.keySet()) {
                before.put(name, row.getString(before.size() + 1));
            }
            return before;
        }).get(0);
    }

    private static Map<String, String> wanted(Connection connection) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        TIMEOUTS.forEach(name -> wanted.put(name, "0"));
        if (connection.getMetaData().getDatabaseMajorVersion() >= LATER) {
            wanted.put(LATER_TIMEOUT, "0");
        }
        wanted.put("row_security", "off");
        return wanted;
    }

    private static void restore(Connection connection, Map<String, String> before, Throwable failure) throws SQLException {
        try {
            if (!connection.isClosed()) {
                Sql.list(connection, "SELECT " + set(before), row -> row.getString(1));
            }
        } catch (SQLException secondary) {
            if (failure == null) {
                throw secondary;
            }
            failure.addSuppressed(secondary);
        }
    }

    private static String set(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> "pg_catalog.set_config('" + setting.getKey() + "', " + Literal.of(setting.getValue()) + ", false)")
                .collect(Collectors.joining(", "));
    }
}
