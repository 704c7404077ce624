package io.orgscope.backfill;

import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that has pages: the table of the task, or one of its partitions or inheriting tables.
 *
 * @param name       schema and name
 * @param oid        its number in the catalog
 * @param columnType the type of the column to fill, as SQL
 * @param pages      the number of its pages now
 * @param rows       the number of its rows, estimated; negative if there are no statistics
 * @param tupleBytes the average bytes of a row on its page; 0 if there are no statistics or few pages
 * @param pageBytes  the size of a page
 */
record Heap(TableName name, long oid, String columnType, long pages, long rows, int tupleBytes, int pageBytes) {

    private static final PreparedQuery FIND = PreparedQuery.of("heaps", "text, text, text", InheritanceTree.BY_NAME + """
            SELECT n.nspname, c.relname, c.relkind, coalesce(am.amname, '') AS method, c.oid::bigint AS oid,
                   CASE WHEN t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace THEN pg_catalog.format_type(a.atttypid, a.atttypmod)
                        ELSE t.typnamespace::pg_catalog.regnamespace::text || '.' || pg_catalog.quote_ident(t.typname) END AS type,
                   coalesce(a.attnotnull AND NOT EXISTS (
                     SELECT FROM pg_catalog.pg_constraint AS k
                      WHERE k.conrelid = c.oid AND k.contype = 'n' AND a.attnum = ANY (k.conkey) AND NOT k.convalidated), false) AS is_full,
                   pg_catalog.current_setting('block_size')::int AS page_bytes,
                   pg_catalog.pg_relation_size(c.oid) AS bytes,
                   CASE WHEN c.relpages > 0 AND c.reltuples >= 0 AND c.relkind = 'r'
                        THEN (c.reltuples / c.relpages
                              * (pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::int))::bigint
                        ELSE -1 END AS rows
              FROM tree
              JOIN pg_catalog.pg_class c ON c.oid = tree.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = $3 AND NOT a.attisdropped
              LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
             ORDER BY c.oid
            """);

    /**
     * A row on its page has 4 bytes in the line pointer array, the header with its null bitmap, and the columns. Each
     * part is aligned to 8. Statistics do not include the padding between columns, so 3 % is added for it. Planning a
     * query on the view pg_stats takes longer than filling a small table, so small tables do not use it.
     */
    private static final String TUPLE_BYTES = """
            SELECT c.oid::bigint AS oid,
                   (4 + (24 + c.relnatts / 8 + 7) / 8 * 8 + ceil(sum(s.avg_width * (1 - s.null_frac)) * 1.03 / 8) * 8)::int AS tuple_bytes
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND NOT s.inherited
             WHERE c.oid = ANY (?::oid[])
             GROUP BY c.oid, c.relnatts
            """;

    /** For so few pages, several passes and monitoring would take longer than filling the rows. */
    private static final int FEW_PAGES = 16;

    boolean small() {
        return pages <= FEW_PAGES;
    }

    /** The heaps of a table that may have empty rows: the table itself and those below it. */
    static List<Heap> under(Connection connection, TableName table, String column) throws SQLException {
        List<Heap> heaps = new ArrayList<>();
        int found = FIND.list(connection, row -> {
            TableName name = new TableName(row.getString("nspname"), row.getString("relname"));
            if (row.getString("type") == null) {
                throw new OrgScopeException("There is no column " + column + " in " + name
                        + ", so there is nothing to fill. Add the column first.");
            }
            // A NOT NULL column has no empty rows. With a constant default it never had any.
            if (!row.getString("relkind").equals("p") && !row.getBoolean("is_full")) {
                requireHeap(name, row.getString("relkind"), row.getString("method"));
                heaps.add(new Heap(name, row.getLong("oid"), row.getString("type"),
                        row.getLong("bytes") / row.getInt("page_bytes"), row.getLong("rows"), 0, row.getInt("page_bytes")));
            }
            return name;
        }, table.schema(), table.name(), column).size();
        if (found == 0) {
            throw new OrgScopeException("There is no table " + table + " to fill. Check its schema and its name.");
        }
        return measured(connection, heaps);
    }

    private static List<Heap> measured(Connection connection, List<Heap> heaps) throws SQLException {
        List<String> large = heaps.stream().filter(heap -> !heap.small()).map(heap -> String.valueOf(heap.oid())).toList();
        Map<Long, Integer> bytes = new HashMap<>();
        if (!large.isEmpty()) {
            Sql.list(connection, TUPLE_BYTES, row -> bytes.put(row.getLong("oid"), row.getInt("tuple_bytes")), large);
        }
        return heaps.stream().map(heap -> new Heap(heap.name(), heap.oid(), heap.columnType(), heap.pages(), heap.rows(),
                bytes.getOrDefault(heap.oid(), 0), heap.pageBytes())).toList();
    }

    /** The sum of all heaps, for a line of a log. */
    static String describe(List<HeapBackfill> heaps) {
        return heaps.size() == 1 ? heaps.get(0).stripes().describe()
                : heaps.size() + " partitions, " + heaps.stream().mapToLong(backfill -> backfill.heap().pages()).sum() + " pages";
    }

    private static void requireHeap(TableName name, String kind, String method) {
        if (!kind.equals("r") || !method.equals("heap")) {
            throw new OrgScopeException(name + (kind.equals("r") ? " is stored as " + method : " is no ordinary table")
                    + ", and the backfill can only fill tables that are stored as a heap. Fill this one with an UPDATE of your own.");
        }
    }
}
