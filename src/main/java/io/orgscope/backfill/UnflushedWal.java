package io.orgscope.backfill;

import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The WAL that is not on disk yet. Batches do not wait for it, but every commit of the application waits for all of it.
 * So a worker continues only when the WAL of all but its last two batches is flushed. If the disk keeps up, this costs
 * no time. If it does not, because the server has to make new segments, the backfill slows down (docs/backfill.md).
 */
final class UnflushedWal {

    /** The position up to which the WAL writer flushes by itself. */
    private static final String FLUSHED_FROM =
            "SELECT pg_catalog.pg_size_bytes(pg_catalog.current_setting('wal_writer_flush_after'))";

    private static final String POSITIONS = "SELECT " + WrittenWal.POSITION + " AS written,"
            + " pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_flush_lsn(), '0/0')::bigint AS flushed";

    private static final long LEAST_BYTES = 1 << 20;
    private static final long BETWEEN_LOOKS = Duration.ofMillis(1).toNanos();

    /** If nothing is flushed for so long, there is another reason, and waiting does not help. */
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private final Connection connection;
    private final long tolerated;
    private long beforeLastTwo;
    private long beforeLast;

    /** @param tolerated bytes of all sessions together for which a worker does not wait */
    UnflushedWal(Connection connection, long tolerated) {
        this.connection = connection;
        this.tolerated = tolerated;
    }

    static UnflushedWal of(Session session) throws SQLException {
        return session.withoutTimeout(() -> {
            long flushedFrom = Sql.first(session.connection(), 0L, FLUSHED_FROM, row -> row.getLong(1));
            return new UnflushedWal(session.connection(), 2 * Math.max(LEAST_BYTES, flushedFrom));
        });
    }

    /** Called after each batch. */
    Void batchWritten() throws SQLException {
        long from = System.nanoTime();
        Positions now = positions();
        long written = now.written;
        while (now.flushed < beforeLastTwo && now.written - now.flushed > tolerated && System.nanoTime() - from < LONGEST) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            Throttle.requireNotInterrupted();
            now = positions();
        }
        beforeLastTwo = beforeLast;
        beforeLast = written;
        return null;
    }

    private Positions positions() throws SQLException {
        return Sql.first(connection, null, POSITIONS,
                row -> new Positions(row.getLong("written"), row.getLong("flushed")));
    }

    private record Positions(long written, long flushed) {
    }
}
