package io.orgscope.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The content of every table as its number of rows and a checksum that does not depend on their order, so that "every
 * row is as before" can be asserted. Liquibase's own tables are left out.
 */
public final class RowSnapshot {

    private static final String TABLES = CatalogQuery.KEPT + """
            SELECT r.name, coalesce((
              SELECT string_agg('t.' || quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute AS a
              WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attname <> ALL (?) AND r.relname || '.' || a.attname <> ALL (?)), '')
            FROM relation AS r WHERE r.relkind = 'r' ORDER BY r.name
            """;

    private final NavigableSet<String> lines;

    private RowSnapshot(NavigableSet<String> lines) {
        this.lines = lines;
    }

    /** All rows, without the columns that are named, as {@code column} for every table or {@code table.column} for one. */
    public static RowSnapshot of(Login login, String... ignoredColumns) throws SQLException {
        return of(login, List.of(ignoredColumns), List.of());
    }

    /** The same without the tables of some schemas. */
    public static RowSnapshot of(Login login, Collection<String> ignoredColumns, Collection<String> exceptSchemas)
            throws SQLException {
        return login.with(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                NavigableSet<String> lines = new TreeSet<>();
                for (var table : tables(connection, ignoredColumns, exceptSchemas).entrySet()) {
                    lines.add(table.getKey() + ": " + content(connection, table.getKey(), table.getValue()));
                }
                return new RowSnapshot(lines);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /** A line a table, sorted: its name, the number of its rows and their checksum. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The tables whose content differs, before and after. */
    public static List<String> diff(RowSnapshot before, RowSnapshot after) {
        return Differences.between(before.lines, after.lines);
    }

    /** Fails with the differences when there are any. */
    public static void assertSame(RowSnapshot before, RowSnapshot after) {
        Differences.assertNone("The rows are not as they were", diff(before, after));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    private static Map<String, String> tables(Connection connection, Collection<String> ignoredColumns,
            Collection<String> exceptSchemas) throws SQLException {
        try (var statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, connection.createArrayOf("text", exceptSchemas.toArray()));
            statement.setArray(2, connection.createArrayOf("text", ignoredColumns.toArray()));
            statement.setArray(3, connection.createArrayOf("text", ignoredColumns.toArray()));
            Map<String, String> columnsByTable = new LinkedHashMap<>();
            try (ResultSet tables = statement.executeQuery()) {
                while (tables.next()) {
                    columnsByTable.put(tables.getString(1), tables.getString(2));
                }
            }
            return columnsByTable;
        }
    }

    private static String content(Connection connection, String table, String columns) throws SQLException {
        String sql = """
                SELECT format('rows = %%s, checksum %%s', count(*), coalesce(sum(hashtextextended(ROW(%s)::text, 0)), 0))
                FROM ONLY %s AS t
                """.formatted(columns, table);
        try (Statement statement = connection.createStatement(); ResultSet content = statement.executeQuery(sql)) {
            content.next();
            return content.getString(1);
        }
    }
}
