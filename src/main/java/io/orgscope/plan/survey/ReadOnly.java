package io.orgscope.plan.survey;

import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Transaction;
import io.orgscope.report.Quantity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Queries on the user's rows: in a read-only transaction and with a statement timeout. If row security hides rows, the
 * query fails, so its result is never about only a part of the rows.
 */
public final class ReadOnly {

    /** A query. */
    @FunctionalInterface
    public interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    /** A query that failed, and why. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Connection connection;
    private final Duration timeout;

    public ReadOnly(Connection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    /**
     * Runs one query.
     *
     * @throws Refused if it took too long, or this role may not read all rows
     */
    public <T> T run(Query<T> query) throws SQLException, Refused {
        try {
            return Transaction.rolledBack(connection, () -> {
                Sql.execute(connection, MigrationSession.readOnly(timeout));
                return query.run(connection);
            });
        } catch (SQLException failure) {
            if (connection.isClosed() || SqlState.connectionLost(failure)) {
                throw failure;
            }
            throw new Refused(failure.getSQLState().equals(SqlState.QUERY_CANCELED)
                    ? "it took longer than " + Quantity.limit(timeout) + "; raise --statement-timeout"
                    : firstLine(failure.getMessage()), failure);
        }
    }

    /** The rest of a message may contain values of the row. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
