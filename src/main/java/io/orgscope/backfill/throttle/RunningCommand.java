package io.orgscope.backfill.throttle;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds a command that works on a table, in PostgreSQL's view of its progress. */
final class RunningCommand {

    private static final String AT_WORK = """
            SELECT p.pid FROM pg_catalog.%s AS p
             WHERE p.relid::bigint = ANY (?) AND p.datname = pg_catalog.current_database()
             LIMIT 1
            """;

    private RunningCommand() {
    }

    /** The command with its session, as the reason to wait; null if there is none. */
    static String reason(Connection connection, String view, String command, Long[] heaps) throws SQLException {
        return Sql.first(connection, null, AT_WORK.formatted(view), row -> "the " + command + " of the table by pid " + row.getInt("pid"), (Object) heaps);
    }
}
