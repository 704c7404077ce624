package io.orgscope.backfill;

import io.orgscope.postgres.SqlState;
import java.sql.SQLException;
import java.util.Set;

/** Classifies the failure of a batch. */
final class Failures {

    /** Another transaction was in conflict. */
    private static final Set<String> BUSY = Set.of(SqlState.LOCK_NOT_AVAILABLE, SqlState.DEADLOCK_DETECTED, SqlState.SERIALIZATION_FAILURE);

    private Failures() {
    }

    /** Whether the lock of another transaction was the cause. */
    static boolean busy(SQLException failure) {
        return SqlState.isAmong(BUSY, failure);
    }

    /** Whether a fast batch found a row without a value; see {@link Statements}. */
    static boolean unanswered(SQLException failure) {
        return SqlState.DIVISION_BY_ZERO.equals(failure.getSQLState());
    }

    /** Whether statement_timeout ended the statement. A cancellation by somebody else comes earlier. */
    static boolean timedOut(SQLException failure, long nanos, int timeoutMillis) {
        return SqlState.QUERY_CANCELED.equals(failure.getSQLState()) && nanos >= timeoutMillis * 900_000L;
    }
}
