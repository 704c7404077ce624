package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who holds locks on a table, for messages. Constants in their queries are masked: they may be somebody's secrets. */
final class Blockers {

    private static final String HOLDERS = """
            SELECT a.pid, pg_catalog.date_trunc('second', pg_catalog.clock_timestamp() - a.xact_start)::text AS age,
                   a.state, pg_catalog.left(a.query, 400) AS query
              FROM pg_catalog.pg_locks l
              JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
              JOIN pg_catalog.pg_class c ON c.oid = l.relation
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE l.granted AND n.nspname = ? AND c.relname = ? AND a.pid <> pg_catalog.pg_backend_pid()
             GROUP BY a.pid, a.xact_start, a.state, a.query
             ORDER BY a.xact_start NULLS LAST
             LIMIT 5
            """;

    private Blockers() {
    }

    static List<String> of(Connection connection, TableName table) throws SQLException {
        return Sql.list(connection, HOLDERS, row -> "pid " + row.getInt("pid") + ", open for " + row.getString("age")
                + ", " + row.getString("state") + ": " + masked(row.getString("query")), table.schema(), table.name());
    }

    static String masked(String query) {
        if (query == null || query.isBlank()) {
            return "(its query is hidden from this role)";
        }
        String shape = query.replaceAll("(?s)(\\$[A-Za-z_0-9]*\\$).*?(\\1|$)", "?")
                .replaceAll("(?s)'(?:[^']|'')*('|$)", "?")
                .replaceAll("\\b\\d[\\w.]*", "?").replaceAll("\\s+", " ").strip();
        return shape.length() > 120 ? shape.substring(0, 119) + "…" : shape;
    }
}
