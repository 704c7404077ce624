package io.orgscope.backfill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How long a batch or a lock request is repeated: the pauses grow, and there is an end. */
final class RetryPolicy {

    private static final long FIRST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

    /** More than that tells nothing more, and memory has to stay constant. */
    private static final int MOST_SUPPRESSED = 20;

    private final long limit;
    private long since;
    private long pause;
    private SQLException first;

    RetryPolicy(Duration limit) {
        this.limit = limit.toNanos();
        succeeded();
    }

    /** Starts anew: the last try went well. */
    void succeeded() {
        first = null;
        pause = 0;
    }

    /** Remembers a failure and waits a little; when the time is up, throws the first one with the others in it. */
    void failed(SQLException failure) throws SQLException {
        if (first != null && first.getSuppressed().length < MOST_SUPPRESSED) {
            first.addSuppressed(failure);
        }
        boolean again = waitALittle();
        first = first == null ? failure : first;
        if (!again) {
            throw first;
        }
    }

    /** Waits a little, a little longer each time; false when the time is up. */
    boolean waitALittle() {
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
