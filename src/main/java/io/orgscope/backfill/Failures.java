package io.orgscope.backfill;

import java.sql.SQLException;
import java.util.Set;

/** Tells what the failure of a batch means. */
final class Failures {

    private static final String DIVISION_BY_ZERO = "22012";
    private static final String QUERY_CANCELED = "57014";

    /** lock_not_available, deadlock_detected, serialization_failure: somebody else was there. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private Failures() {
    }

    /** Whether somebody else's lock was in the way. */
    static boolean busy(SQLException failure) {
        return BUSY.contains(failure.getSQLState());
    }

    /** Whether a fast batch met a row that has no value; see {@link Statements}. */
    static boolean unanswered(SQLException failure) {
        return DIVISION_BY_ZERO.equals(failure.getSQLState());
    }

    /** Whether statement_timeout ended it, and not somebody who cancelled it before its time. */
    static boolean timedOut(SQLException failure, long nanos, int timeoutMillis) {
        return QUERY_CANCELED.equals(failure.getSQLState()) && nanos >= timeoutMillis * 900_000L;
    }
}
