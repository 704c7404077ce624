package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many rows meet a condition, and the keys of a handful of them. Never anything else of a row: messages end up in
 * logs.
 *
 * @param count all of them
 * @param keys  at most {@value #HANDFUL}
 */
public record RowKeys(long count, List<String> keys) {

    public static final int HANDFUL = 5;

    /**
     * Counts the rows {@code t} of the table that meet the condition.
     */
    public static RowKeys of(Connection connection, Table table, String condition) throws SQLException {
        return ofQuery(connection, "SELECT " + key(table, "t") + " AS key FROM " + table.name().sql() + " t WHERE " + condition);
    }

    /** Counts the rows of a query whose column {@code key} names them. */
    public static RowKeys ofQuery(Connection connection, String query) throws SQLException {
        long[] count = {0};
        List<String> keys = Sql.list(connection, "SELECT v.key, pg_catalog.count(*) OVER () AS n FROM (" + query + "\n) v LIMIT " + HANDFUL,
                row -> {
                    count[0] = row.getLong("n");
                    return row.getString("key");
                });
        return new RowKeys(count[0], keys);
    }

    /** The key of the row {@code alias} as an SQL text, for example {@code id=7}; where there is none, where it lies. */
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
