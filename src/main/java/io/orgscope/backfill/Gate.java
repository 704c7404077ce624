package io.orgscope.backfill;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** What every worker passes between two batches: it stops them, holds them, or lets them rest. */
final class Gate {

    /** The longest rest, so that one slow batch does not put a worker to sleep. */
    private static final long LONGEST_REST = 200_000_000;

    private static final long WHILE_CLOSED = 50_000_000;

    /** A batch that takes longer than that many times what it should have met a machine that is busy. */
    private static final double STRUGGLING = 1.5;

    private final double pace;
    private final double expected;
    private volatile boolean stopped;
    private volatile boolean closed;
    private volatile double slowness = 1;

    Gate(BackfillOptions options) {
        this.pace = options.pace();
        this.expected = options.batch().toNanos() * STRUGGLING;
    }

    /** Ends the work of all workers at their next batch. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /** Holds all workers, or lets them go on. */
    void close(boolean hold) {
        closed = hold;
    }

    /** Stretches all rests: 1 is the pace asked for, 0.25 a quarter of it. */
    void slowTo(double share) {
        slowness = share;
    }

    /** Waits while the gate is closed. */
    void pass() throws SQLException {
        while (closed && !stopped) {
            LockSupport.parkNanos(WHILE_CLOSED);
            requireNotInterrupted();
        }
        requireNotInterrupted();
    }

    /** Rests after a batch that took so long; on a machine that struggles, for as long as it struggled. */
    void rest(long nanos) {
        long rest = restAfter(nanos);
        if (rest > 0) {
            LockSupport.parkNanos(rest);
        }
    }

    long restAfter(long nanos) {
        double share = pace * slowness;
        return Math.min(LONGEST_REST, (long) (nanos * (1 / share - 1) + Math.max(0, nanos - expected)));
    }

    static void requireNotInterrupted() throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SQLException("The backfill was interrupted. What it filled stays filled; run it again for the rest.");
        }
    }
}
