package io.orgscope.backfill;

import java.sql.SQLException;
import java.util.Set;

/** Classifies the failure of a batch. */
final class Failures {

    private static final String DIVISION_BY_ZERO = "22012";
    private static final String QUERY_CANCELED = "57014";

    /** lock_not_available, deadlock_detected, serialization_failure: another transaction was in conflict. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private Failures() {
    }

    /** Whether the lock of another transaction was the cause. */
    static boolean busy(SQLException failure) {
        return BUSY.contains(failure.getSQLState());
    }

    /** Whether a fast batch found a row without a value; see {@link Statements}. */
    static boolean unanswered(SQLException failure) {
        return DIVISION_BY_ZERO.equals(failure.getSQLState());
    }

    /** Whether statement_timeout ended the statement. A cancellation by somebody else comes earlier. */
    static boolean timedOut(SQLException failure, long nanos, int timeoutMillis) {
        return QUERY_CANCELED.equals(failure.getSQLState()) && nanos >= timeoutMillis * 900_000L;
    }
}
