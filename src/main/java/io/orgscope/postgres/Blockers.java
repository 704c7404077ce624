package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sessions and the prepared transactions that hold locks on tables, for messages. Constants in queries are masked,
 * because they may be secrets.
 */
public final class Blockers {

    /** A prepared transaction has no process. It also holds a lock on its own number. A table of another database may have the same number. */
    private static final String HOLDERS = """
            SELECT a.pid, p.gid, coalesce(' (' || nullif(coalesce(a.usename, p.owner)::text, '') || ')', '') AS who,
                   coalesce(pg_catalog.date_trunc('second', pg_catalog.clock_timestamp() - coalesce(a.xact_start, p.prepared))::text, '?') AS age,
                   coalesce(a.state, 'state hidden') AS state,
                   CASE WHEN a.state IS NOT NULL THEN pg_catalog.left(a.query, 400) END AS query,
                   CASE WHEN p.gid IS NOT NULL THEN pg_catalog.format('ROLLBACK PREPARED %L', p.gid) END AS remedy
              FROM pg_catalog.pg_locks l
              LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
              LEFT JOIN pg_catalog.pg_locks x ON l.pid IS NULL AND x.pid IS NULL AND x.locktype = 'transactionid' AND x.virtualtransaction = l.virtualtransaction
              LEFT JOIN pg_catalog.pg_prepared_xacts p ON p.transaction = x.transactionid
              JOIN pg_catalog.pg_class c ON c.oid = l.relation
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_class top ON c.relispartition AND top.oid = pg_catalog.pg_partition_root(c.oid)
              LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = top.relnamespace
              JOIN unnest(?::text[], ?::text[]) w(s, t)
                ON (w.s, w.t) IN ((n.nspname::text, c.relname::text), (tn.nspname::text, top.relname::text))
             WHERE l.granted AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
               AND coalesce(l.mode = ANY (?::text[]), true)
               AND (a.pid <> pg_catalog.pg_backend_pid() OR p.gid IS NOT NULL)
             GROUP BY a.pid, p.gid, a.usename, p.owner, a.xact_start, p.prepared, a.state, a.query
             ORDER BY coalesce(a.xact_start, p.prepared) NULLS LAST
             LIMIT 5
            """;

    /**
     * Constants, quoted names and comments, in one pass: each may have the beginning of another in it. The query may end in the middle of one.
     *
     * <p>Where a plain literal with a backslash ends depends on standard_conforming_strings of the other session, and comments may be nested. What comes after
     * one of these is left out.
     */
    private static final Pattern PIECE = Pattern.compile("(?<![\\w$\\x{80}-\\x{10FFFF}])(?:"
            + "(?<tag>\\$(?:[A-Za-z_\\x{80}-\\x{10FFFF}][\\w\\x{80}-\\x{10FFFF}]*)?\\$).*?(?:\\k<tag>|\\z)|[eE]'(?:[^'\\\\]++|\\\\.?|'')*+(?:'|\\z)|\\d[\\w.]*)"
            + "|'(?:[^']++|'')*+(?:'|\\z)|\"(?:[^\"]++|\"\")*+(?:(?<end>\")|\\z)|--[^\\n]*|/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);

    /** More would not be shown. */
    private static final int MOST_READ = 1000;

    private static final List<String> OF_ROWS = List.of("RowShareLock", "RowExclusiveLock");

    /** They keep out a statement that writes. */
    private static final List<String> AGAINST_WRITERS = List.of("ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock");

    private Blockers() {
    }

    /** Whoever holds a lock on one of the tables: at most five, the oldest first. */
    static List<String> of(Connection connection, List<TableName> tables) throws SQLException {
        return holders(connection, tables, null);
    }

    /** Whoever may hold locks on rows of the table. */
    public static List<String> ofRows(Connection connection, TableName table) throws SQLException {
        return holders(connection, List.of(table), OF_ROWS);
    }

    /** Whoever holds a lock on one of the tables that keeps out writers. */
    public static List<String> ofWriters(Connection connection, List<TableName> tables) throws SQLException {
        return holders(connection, tables, AGAINST_WRITERS);
    }

    private static List<String> holders(Connection connection, List<TableName> tables, List<String> modes) throws SQLException {
        return Sql.list(connection, HOLDERS, row -> row.getString("gid") != null
                        ? "prepared transaction " + row.getString("gid") + row.getString("who") + ", for " + row.getString("age") + ": " + row.getString("remedy")
                        : "pid " + row.getInt("pid") + row.getString("who") + ", open for " + row.getString("age") + ", " + row.getString("state") + ": "
                                + masked(row.getString("query")),
                tables.stream().map(TableName::schema).toList(), tables.stream().map(TableName::name).toList(), modes);
    }

    /** The shape of a query without what may be secret, at most 120 characters. */
    public static String masked(String query) {
        if (query == null || query.isBlank()) {
            return "(its query is hidden from this role)";
        }
        String shape = constantsMasked(query.substring(0, Math.min(query.length(), MOST_READ))).replaceAll("\\s+", " ").strip();
        return shape.length() > 120 ? shape.substring(0, 119) + "…" : shape;
    }

    private static String constantsMasked(String query) {
        StringBuilder shape = new StringBuilder();
        Matcher piece = PIECE.matcher(query);
        int from = 0;
        while (piece.find()) {
            String text = piece.group();
            shape.append(query, from, piece.start());
            from = piece.end();
            if (text.startsWith("\"") && piece.group("end") != null) {
                shape.append(text);
            } else if (text.startsWith("--") || text.startsWith("/*") && text.lastIndexOf("/*") == 0) {
                shape.append(' ');
            } else {
                shape.append('?');
                if (text.startsWith("'") && text.contains("\\") || text.startsWith("\"") || text.startsWith("/*")) {
                    return shape.toString();
                }
            }
        }
        return shape.append(query, from, query.length()).toString();
    }
}
