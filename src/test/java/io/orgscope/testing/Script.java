package io.orgscope.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Runs an SQL script as {@code psql -f -v ON_ERROR_STOP=1} does: one statement after the other, each by itself. A
 * script sent as one string would be one transaction, in which neither CREATE INDEX CONCURRENTLY nor a COMMIT inside
 * DO is allowed. No psql comes with the embedded server.
 */
public final class Script {

    private Script() {
    }

    /** Runs the script on a connection in autocommit; a failure names the statement. */
    public static void run(Connection connection, String sql) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalArgumentException("A script decides itself where its transactions are: autocommit must be on");
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String each : statements(sql)) {
                try {
                    statement.execute(each);
                } catch (SQLException e) {
                    throw new SQLException("%s%nin: %s".formatted(e.getMessage(), each), e.getSQLState(), e);
                }
            }
        }
    }

    /** Runs the script on a connection of its own. */
    public static void run(Login login, String sql) throws SQLException {
        try (Connection connection = login.connection()) {
            run(connection, sql);
        }
    }

    /**
     * The statements of a script, split at the semicolons that are outside of quotes, dollar quotes, parentheses and
     * comments. The driver's own parser does it: it is the one that has met every kind of literal. It does not find the
     * end of a BEGIN ATOMIC body.
     */
    public static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(Script::text).filter(text -> !text.isEmpty()).toList();
    }

    private static String text(NativeQuery query) {
        return query.nativeSql.strip();
    }
}
