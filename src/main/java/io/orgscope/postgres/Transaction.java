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

    /**
     * Commits the work, or rolls it back if it throws.
     *
     * @throws SQLException from the work. An error of the rollback is suppressed in it
     */
    public static <T> T run(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            restore(connection, autoCommit);
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    private static void restore(Connection connection, boolean autoCommit) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(autoCommit);
        }
    }
}
