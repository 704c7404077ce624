package io.orgscope.backfill.throttle;

import io.orgscope.postgres.OrgScopeException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Every worker calls it between two batches. It stops the worker, makes it wait, or lets it rest. */
public final class Throttle {

    /** The longest rest, so that after one slow batch a worker does not rest too long. */
    private static final long LONGEST_REST = 200_000_000;

    private static final long WHILE_HELD = 50_000_000;

    /** If a batch takes longer than its time by this factor, the machine is busy. */
    private static final double STRUGGLING = 1.5;

    private final double pace;
    private final double expected;
    private volatile boolean stopped;
    private volatile boolean held;
    private volatile boolean pruningBlocked;
    private volatile double slowness = 1;

    public Throttle(double pace, Duration batch) {
        this.pace = pace;
        this.expected = batch.toNanos() * STRUGGLING;
    }

    /** Ends the work of all workers at their next batch. */
    public void stop() {
        stopped = true;
    }

    public boolean stopped() {
        return stopped;
    }

    /** Makes all workers wait, or lets them continue. */
    public void hold(boolean hold) {
        held = hold;
    }

    /** Sets whether another session's snapshot prevents pruning. */
    public void pruningBlocked(boolean blocked) {
        pruningBlocked = blocked;
    }

    public boolean pruningBlocked() {
        return pruningBlocked && !stopped;
    }

    /** Makes all rests longer: 1 is the pace of the options, 0.25 is a quarter of it. */
    public void slowTo(double share) {
        slowness = share;
    }

    /** Waits as long as all workers have to wait. */
    public void await() {
        while (held && !stopped) {
            park(WHILE_HELD);
        }
        requireNotInterrupted();
    }

    /** Waits for a short time, because another session keeps old row versions. */
    public void waitBriefly() {
        park(WHILE_HELD);
    }

    private static void park(long nanos) {
        LockSupport.parkNanos(nanos);
        requireNotInterrupted();
    }

    /** Rests after a batch that took this time. On a busy machine it rests for the delay too. */
    public void rest(long nanos) {
        long rest = restAfter(nanos);
        if (rest > 0) {
            LockSupport.parkNanos(rest);
        }
    }

    public long restAfter(long nanos) {
        double share = pace * slowness;
        return Math.min(LONGEST_REST, (long) (nanos * (1 / share - 1) + Math.max(0, nanos - expected)));
    }

    /** @throws OrgScopeException if this thread is interrupted */
    public static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new OrgScopeException("The backfill was interrupted. What it filled stays filled. Run update again for the rest.");
        }
    }
}
