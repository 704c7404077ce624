package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The few JDBC calls that the project needs, with every value bound. */
public final class Sql {

    /** Makes an object of the current row of the result set. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads the current row of the result set. */
    @FunctionalInterface
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** A query, what reads its rows, and its bound values. */
    public record Query(String sql, Reader reader, Object... values) {
    }

    private Sql() {
    }

    /** Sends several queries in one round trip. Outside a transaction block they share one transaction. */
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

    /** All rows of a query. Without values, question marks are part of the SQL. */
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

    /** The first row of a query, or {@code fallback} if there is none. */
    public static <T> T first(Connection connection, T fallback, String sql, Row<T> mapper, Object... values)
            throws SQLException {
        List<T> all = list(connection, sql, mapper, values);
        return all.isEmpty() ? fallback : all.get(0);
    }

    /**
     * Runs one statement, or several separated by semicolons, without any change: braces and question marks are part of
     * the SQL.
     */
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
            } else if (values[i] instanceof Collection<?> texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
