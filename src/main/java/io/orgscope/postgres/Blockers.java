package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The sessions that hold locks on tables, for messages. Constants in their queries are masked, because they may be
 * secrets.
 */
final class Blockers {

    private static final String HOLDERS = """
            SELECT a.pid, coalesce(' (' || nullif(a.usename::text, '') || ')', '') AS who,
                   coalesce(pg_catalog.date_trunc('second', pg_catalog.clock_timestamp() - a.xact_start)::text, '?') AS age,
                   coalesce(a.state, 'state hidden') AS state,
                   CASE WHEN a.state IS NOT NULL THEN pg_catalog.left(a.query, 400) END AS query
              FROM pg_catalog.pg_locks l
              JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
              JOIN pg_catalog.pg_class c ON c.oid = l.relation
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_class top ON c.relispartition AND top.oid = pg_catalog.pg_partition_root(c.oid)
              LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = top.relnamespace
              JOIN unnest(?::text[], ?::text[]) w(s, t)
                ON (w.s, w.t) IN ((n.nspname::text, c.relname::text), (tn.nspname::text, top.relname::text))
             WHERE l.granted
               AND a.pid <> pg_catalog.pg_backend_pid()
             GROUP BY a.pid, a.usename, a.xact_start, a.state, a.query
             ORDER BY a.xact_start NULLS LAST
             LIMIT 5
            """;

    private Blockers() {
    }

    static List<String> of(Connection connection, List<TableName> tables) throws SQLException {
        return Sql.list(connection, HOLDERS, row -> "pid " + row.getInt("pid") + row.getString("who") + ", open for " + row.getString("age")
                + ", " + row.getString("state") + ": " + masked(row.getString("query")), 
                tables.stream().map(TableName::schema).toArray(String[]::new), tables.stream().map(TableName::name).toArray(String[]::new));
    }

    static String masked(String query) {
        if (query == null || query.isBlank()) {
            return "(its query is hidden from this role)";
        }
        String shape = query.replaceAll("(?s)(\\$[A-Za-z_0-9]*\\$).*?(\\1|$)", "?")
                .replaceAll("(?s)\\b[eE]'(?:[^'\\\\]|''|\\\\.)*('|$)", "?")
                .replaceAll("(?s)'(?:[^']|'')*('|$)", "?")
                .replaceAll("(?s)/\\*.*?(\\*/|$)|--[^\n]*", " ")
                .replaceAll("\\b\\d[\\w.]*", "?").replaceAll("\\s+", " ").strip();
        return shape.length() > 120 ? shape.substring(0, 119) + "…" : shape;
    }
}
