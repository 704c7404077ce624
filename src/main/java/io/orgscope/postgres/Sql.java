package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The little of JDBC that the engines need, with every value bound.
 */
public final class Sql {

    /** Makes an object of the row that the result set stands on. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at the row that the result set stands on. */
    @FunctionalInterface
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** A query, who reads its rows, and the values that are bound. */
    public record Query(String sql, Reader reader, Object... values) {
    }

    private Sql() {
    }

    /** Asks several queries in one round trip; outside a transaction block they share one. */
    public static void together(Connection connection, List<Query> queries) throws SQLException {
        Object[] values = queries.stream().flatMap(query -> Arrays.stream(query.values())).toArray();
        String sql = queries.stream().map(Query::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
            for (Query query : queries) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        query.reader().read(rows);
                    }
                }
                statement.getMoreResults();
            }
        } catch (SQLException failed) {
            throw FailedQuery.in(failed, sql);
        }
    }

    /** All rows of a query; without values, question marks mean themselves. */
    public static <T> List<T> list(Connection connection, String sql, Row<T> mapper, Object... values)
            throws SQLException {
        try {
            return values.length == 0 ? asItStands(connection, sql, mapper) : bound(connection, sql, mapper, values);
        } catch (SQLException failed) {
            throw FailedQuery.in(failed, sql);
        }
    }

    private static <T> List<T> asItStands(Connection connection, String sql, Row<T> mapper) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return read(rows, mapper);
            }
        }
    }

    private static <T> List<T> bound(Connection connection, String sql, Row<T> mapper, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, mapper);
            }
        }
    }

    private static <T> List<T> read(ResultSet rows, Row<T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(mapper.read(rows));
        }
        return all;
    }

    /** The first row of a query, or {@code fallback} when there is none. */
    public static <T> T first(Connection connection, T fallback, String sql, Row<T> mapper, Object... values)
            throws SQLException {
        List<T> all = list(connection, sql, mapper, values);
        return all.isEmpty() ? fallback : all.get(0);
    }

    /** Runs one statement, or several separated by semicolons, as it stands: braces and question marks mean themselves. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException failed) {
            throw FailedQuery.in(failed, sql);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.NULL);
            } else if (values[i] instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
