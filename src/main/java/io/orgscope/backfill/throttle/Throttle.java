package io.orgscope.backfill.throttle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Every worker calls it between two batches. It stops the worker, holds it, or lets it rest. */
public final class Throttle {

    /** The longest rest, so that one slow batch does not put a worker to sleep. */
    private static final long LONGEST_REST = 200_000_000;

    private static final long WHILE_HELD = 50_000_000;

    /** A batch that takes longer than that many times what it should have met a machine that is busy. */
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

    /** Holds all workers, or lets them go on. */
    public void hold(boolean hold) {
        held = hold;
    }

    /** Somebody's snapshot keeps old row versions from being pruned, or no longer does. */
    public void pruningBlocked(boolean blocked) {
        pruningBlocked = blocked;
    }

    public boolean pruningBlocked() {
        return pruningBlocked && !stopped;
    }

    /** Stretches all rests: 1 is the pace asked for, 0.25 a quarter of it. */
    public void slowTo(double share) {
        slowness = share;
    }

    /** Waits while all workers are held. */
    public void await() throws SQLException {
        while (held && !stopped) {
            park(WHILE_HELD);
        }
        requireNotInterrupted();
    }

    /** Waits a moment for whoever keeps old row versions. */
    public void waitALittle() throws SQLException {
        park(WHILE_HELD);
    }

    private static void park(long nanos) throws SQLException {
        LockSupport.parkNanos(nanos);
        requireNotInterrupted();
    }

    /** Rests after a batch that took so long; on a machine that struggles, for as long as it struggled. */
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

    public static void requireNotInterrupted() throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SQLException("The backfill was interrupted. What it filled stays filled; run it again for the rest.");
        }
    }
}
