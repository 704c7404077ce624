package io.orgscope.backfill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How long a batch or a lock request is repeated. The pauses grow until the time is over. */
final class RetryPolicy {

    private static final long FIRST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

    /** The number of failures that are kept, because memory has to stay constant. More of them would be of no use. */
    private static final int MOST_SUPPRESSED = 20;

    private final long limit;
    private long since;
    private long pause;
    private SQLException first;

    RetryPolicy(Duration limit) {
        this.limit = limit.toNanos();
        succeeded();
    }

    /** The last attempt succeeded: the time begins anew. */
    void succeeded() {
        first = null;
        pause = 0;
    }

    /** Keeps a failure and waits. When the time is over, throws the first failure with the others as suppressed. */
    void failed(SQLException failure) throws SQLException {
        if (first != null && first.getSuppressed().length < MOST_SUPPRESSED) {
            first.addSuppressed(failure);
        }
        boolean again = waitBriefly();
        first = first == null ? failure : first;
        if (!again) {
            throw first;
        }
    }

    /** Waits, each time longer. False when the time is over. */
    boolean waitBriefly() {
        long now = System.nanoTime();
        if (pause == 0) {
            since = now;
            pause = FIRST_PAUSE;
        }
        if (now - since > limit) {
            return false;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
        pause = Math.min(LONGEST_PAUSE, pause * 2);
        return true;
    }
}
