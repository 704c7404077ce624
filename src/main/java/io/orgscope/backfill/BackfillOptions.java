package io.orgscope.backfill;

import java.time.Duration;

/**
 * How fast a backfill goes and for what it waits. Nothing here changes which values are written. What a user may declare is checked where it is
 * read, by {@link io.orgscope.spec.Tuning}.
 *
 * @param workers           connections that fill at the same time
 * @param batch             how long a batch should take. No row lock is held for longer than a few times that
 * @param pace              the share of its time in which a worker works, above 0 and at most 1. It rests in between
 * @param retryTimeout      how long to retry if rows or a table stay locked
 * @param replicationLag    bytes that a standby may be behind before the backfill waits for it; 0 to not wait
 * @param walToArchive      WAL segments that may wait for the archiver before the backfill waits for it; 0 to not wait
 * @param yieldToAutovacuum whether to slow down while a vacuum works on the table, and to wait for an ANALYZE of the
 *                          table
 * @param snapshotAge       the age from which a snapshot of another session is reported, because it prevents HOT
 *                          updates
 */
public record BackfillOptions(int workers, Duration batch, double pace, Duration retryTimeout, long replicationLag,
        int walToArchive, boolean yieldToAutovacuum, Duration snapshotAge) {

    private static final long LAG = 256L << 20;
    private static final int SEGMENTS = 42;

    /** One worker that does not rest, 20 ms a batch, every throttle on. */
    public static BackfillOptions defaults() {
        return new BackfillOptions(1, Duration.ofMillis(20), 1, Duration.ofMinutes(5), LAG, SEGMENTS, true,
                Duration.ofSeconds(10));
    }

    /** The same with another number of connections. */
    BackfillOptions withWorkers(int number) {
        return new BackfillOptions(number, batch, pace, retryTimeout, replicationLag, walToArchive, yieldToAutovacuum, snapshotAge);
    }

    /** The same with another length of a batch. */
    BackfillOptions withBatch(Duration length) {
        return new BackfillOptions(workers, length, pace, retryTimeout, replicationLag, walToArchive, yieldToAutovacuum, snapshotAge);
    }

    /** The same with another share of time worked. */
    BackfillOptions withPace(double share) {
        return new BackfillOptions(workers, batch, share, retryTimeout, replicationLag, walToArchive, yieldToAutovacuum, snapshotAge);
    }
}
