package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The number of rows that meet a condition, and the keys of a few of them. It never contains anything else of a row,
 * because messages are written to logs.
 *
 * @param count the number of all of them
 * @param keys  at most {@value #HANDFUL}
 */
public record RowKeys(long count, List<String> keys) {

    /** A message has no more keys than that. */
    public static final int HANDFUL = 5;

    /**
     * Counts the rows {@code t} of the table that meet the condition.
     */
    public static RowKeys of(Connection connection, Table table, String condition) throws SQLException {
        return ofQuery(connection, "SELECT " + key(table, "t") + " AS key FROM " + table.name().sql() + " t WHERE " + condition);
    }

    /**
     * Counts the rows of a query that has their keys in the column {@code key}. The count runs first and alone, because
     * the keys are seldom needed.
     */
    public static RowKeys ofQuery(Connection connection, String query) throws SQLException {
        long count = Sql.first(connection, 0L, "SELECT pg_catalog.count(*) FROM (" + query + "\n) v", row -> row.getLong(1));
        return count == 0 ? new RowKeys(0, List.of())
                : new RowKeys(count, Sql.list(connection, "SELECT v.key FROM (" + query + "\n) v LIMIT " + HANDFUL, row -> row.getString(1)));
    }

    /**
     * Throws if the query of {@link #ofQuery} returns rows.
     *
     * @param message from the text that lists the rows
     */
    public static void requireNone(Connection connection, String query, UnaryOperator<String> message) throws SQLException {
        RowKeys rows = ofQuery(connection, query);
        if (rows.count() > 0) {
            throw new OrgScopeException(message.apply(rows.toString()));
        }
    }

    /**
     * The key of the row {@code alias} as an SQL text, for example {@code id=7}. Without a key it is the position of
     * the row.
     */
    public static String key(Table table, String alias) {
        List<String> identity = table.identity();
        if (identity.isEmpty()) {
            return "'ctid=' || " + alias + ".ctid::text";
        }
        return identity.stream().map(name -> Literal.of(name + "=") + " || " + alias + "." + Identifier.quote(name) + "::text")
                .collect(Collectors.joining(" || ', ' || "));
    }

    @Override
    public String toString() {
        return (count == 1 ? "1 row" : count + " rows") + " ("
                + String.join("; ", keys) + (count > keys.size() ? "; …" : "") + ")";
    }
}
