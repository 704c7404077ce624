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
    private volatile boolean versionsStay;
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

    /** Somebody's snapshot keeps old row versions from being pruned, or no longer does. */
    void versionsStay(boolean stay) {
        versionsStay = stay;
    }

    boolean versionsStay() {
        return versionsStay && !stopped;
    }

    /** Stretches all rests: 1 is the pace asked for, 0.25 a quarter of it. */
    void slowTo(double share) {
        slowness = share;
    }

    /** Waits while the gate is closed. */
    void pass() throws SQLException {
        while (closed && !stopped) {
            park(WHILE_CLOSED);
        }
        requireNotInterrupted();
    }

    /** Waits a moment for whoever keeps old row versions. */
    void waitALittle() throws SQLException {
        park(WHILE_CLOSED);
    }

    private static void park(long nanos) throws SQLException {
        LockSupport.parkNanos(nanos);
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
