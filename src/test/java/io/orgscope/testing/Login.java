package io.orgscope.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * One role's access to one test database, with short ways to run SQL. Every call has a connection to itself, so that
 * one that waits for a lock holds up no other.
 */
public class Login {

    private final String url;
    private final String user;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    Login(String url, String user) {
        this.url = url;
        this.user = user;
    }

    /** The JDBC URL, credentials included. */
    public final String url() {
        return url;
    }

    /** The role's name. */
    public final String user() {
        return user;
    }

    /** A new connection in autocommit, the caller's to close. */
    public final Connection connection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Runs statements one after the other on one connection; a text with several statements is one transaction. */
    public final void execute(String... statements) throws SQLException {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }

    /** Runs one statement with parameters and returns how many rows it touched. */
    public final int update(String sql, Object... parameters) throws SQLException {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Every row, every column as the text that the driver gives for it, null as null. */
    public final List<List<String>> rows(String sql, Object... parameters) throws SQLException {
        return query(sql, parameters, rows -> {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(rows.getString(column));
            }
            return row;
        });
    }

    /** The first column of every row as text. */
    public final List<String> strings(String sql, Object... parameters) throws SQLException {
        return query(sql, parameters, rows -> rows.getString(1));
    }

    /** The first column of every row as a number; null as null. */
    public final List<Long> longs(String sql, Object... parameters) throws SQLException {
        return query(sql, parameters, rows -> {
            long value = rows.getLong(1);
            return rows.wasNull() ? null : value;
        });
    }

    /** The single value of a query that returns exactly one row. */
    public final String string(String sql, Object... parameters) throws SQLException {
        return single(sql, strings(sql, parameters));
    }

    /** The single number of a query that returns exactly one row. */
    public final long number(String sql, Object... parameters) throws SQLException {
        return single(sql, longs(sql, parameters));
    }

    /** The single truth value of a query that returns exactly one row. */
    public final boolean flag(String sql, Object... parameters) throws SQLException {
        return "t".equals(string(sql, parameters));
    }

    /** The organization of each row of a table with the key {@code id}, in its order, as {@code 1=3 2=-}. A condition may follow the table. */
    public final String organizations(String table) throws SQLException {
        return string("SELECT string_agg(id || '=' || coalesce(organization_id::text, '-'), ' ' ORDER BY id) FROM " + table);
    }

    /** Loads the 49-table schema, owned by this role, with the key of organizations of the given type. */
    public final void fixture(KeyType keyType) throws SQLException {
        execute(Fixture.script(keyType));
    }

    final <T> List<T> query(String sql, Object[] parameters, Row<T> row) throws SQLException {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(row.read(rows));
                }
                return values;
            }
        });
    }

    final <T> T with(Work<T> work) throws SQLException {
        Connection connection = borrow();
        try {
            return work.on(connection);
        } finally {
            giveBack(connection);
        }
    }

    /** Closes the connections that were kept for the next call. */
    final void disconnect() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    private Connection borrow() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            // A test may well have terminated every backend of its database.
            if (connection.isValid(1)) {
                return connection;
            }
            connection.close();
        }
        return connection();
    }

    private void giveBack(Connection connection) throws SQLException {
        // A SET, a LISTEN or an advisory lock of one call must not reach the next one.
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
            idle.push(connection);
        } catch (SQLException unusable) {
            connection.close();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static <T> T single(String sql, List<T> values) {
        if (values.size() != 1) {
            throw new AssertionError("Expected one row, not %d, of: %s".formatted(values.size(), sql));
        }
        return values.get(0);
    }

    /** Work on a connection that is borrowed for its duration. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads one value from the row that the result set stands on. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
