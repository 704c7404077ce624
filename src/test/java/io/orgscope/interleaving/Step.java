package io.orgscope.interleaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One statement of a session.
 *
 * @param ends whether it ends the session's transaction: run as ROLLBACK where an earlier statement has failed
 */
record Step(String label, Work work, boolean ends) {

    /** What a step does on its session's connection. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    static Step sql(String sql) {
        return new Step(sql, connection -> execute(connection, sql), false);
    }

    static Step commit() {
        return new Step("COMMIT", connection -> execute(connection, "COMMIT"), true);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
