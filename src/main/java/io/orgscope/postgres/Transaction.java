package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Work in one transaction on a connection of the caller. Afterwards its autocommit mode is as before. */
public final class Transaction {

    /** The work in the transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    private Transaction() {
    }

    /** How a transaction ends whose work did not fail. */
    @FunctionalInterface
    private interface End {
        void of(Connection connection) throws SQLException;
    }

    /**
     * Commits the work, or rolls it back if it throws.
     *
     * @throws SQLException from the work. An error of the rollback is suppressed in it
     */
    public static <T> T run(Connection connection, Work<T> work) throws SQLException {
        return run(connection, work, Connection::commit);
    }

    /**
     * Rolls the work back, whether it throws or not.
     *
     * @throws SQLException from the work. An error of the rollback is suppressed in it
     */
    public static <T> T rolledBack(Connection connection, Work<T> work) throws SQLException {
        return run(connection, work, Connection::rollback);
    }

    private static <T> T run(Connection connection, Work<T> work, End end) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        T result;
        try {
            result = work.run();
            end.of(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(connection, autoCommit, failure);
            throw failure;
        }
        connection.setAutoCommit(autoCommit);
        return result;
    }

    private static void rollBack(Connection connection, boolean autoCommit, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
        }
    }
}
