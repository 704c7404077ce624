package io.orgscope.backfill;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import io.orgscope.step.FillingSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a heap of a few pages, in fast batches of a few pages each. A batch is one message to the server, because
 * settings and round trips would take longer than the rows. A batch that meets a row that somebody holds, or that has no
 * value, changes nothing. The {@link Sweep} fills its rows.
 */
final class FewPages {

    /** At 200 rows a page and 10 µs a row, a batch takes about 16 ms. */
    private static final int BATCH = 8;

    /** Settings until the end of the transaction, with the meaning that they have in a {@link Session}. */
    private static final String BEGIN = """
            BEGIN ISOLATION LEVEL READ COMMITTED;
            SET LOCAL synchronous_commit = off;
            SET LOCAL lock_timeout = %s;
            SET LOCAL statement_timeout = %s;
            SET LOCAL row_security = off;
            SET LOCAL jit = off;
            SET LOCAL enable_tidscan = on;
            SELECT %s AS wal, pg_catalog.length(pg_catalog.set_config(%s, %s, true));
            """;

    /** It is a statement of its own after the commit, so it sees rows that others have inserted meanwhile. */
    private static final String LEFT = "SELECT count(*) AS empty, %s AS wal FROM ONLY %s AS t WHERE t.%s IS NULL";

    private final HeapBackfill backfill;
    private final Connection connection;
    private final int timeoutMillis;
    private long walBytes;

    FewPages(HeapBackfill backfill, Connection connection) {
        this.backfill = backfill;
        this.connection = connection;
        this.timeoutMillis = Session.timeoutMillis(backfill.task());
    }

    /** Returns whether no row is left without a value. */
    boolean fill() throws SQLException {
        boolean full = backfill.heap().pages() == 0 && left() == 0;
        for (long from = 0; from < backfill.heap().pages(); from += BATCH) {
            backfill.throttle().await();
            long start = System.nanoTime();
            full = batch(from, start);
            backfill.throttle().rest(System.nanoTime() - start);
        }
        return full;
    }

    /** The WAL that the server has written during the batches, for all sessions. */
    long walBytes() {
        return walBytes;
    }

    private boolean batch(long from, long start) throws SQLException {
        String begin = BEGIN.formatted(Session.LOCK_TIMEOUT_MILLIS, timeoutMillis, WrittenWal.POSITION, Literal.of(FillingSetting.NAME),
                Literal.of(backfill.task().filling().sql()));
        try {
            Batch batch = send(begin + Statements.batch(backfill).ofPages(from, from + BATCH) + ";\nCOMMIT;\n" + count());
            walBytes += batch.walBytes();
            backfill.statistics().committed(batch.filled());
            return batch.empty() == 0;
        } catch (SQLException failure) {
            if (connection.isClosed()) {
                throw failure;
            }
            Sql.execute(connection, "ROLLBACK");
            if (!Failures.busy(failure) && !Failures.unanswered(failure)
                    && !Failures.timedOut(failure, System.nanoTime() - start, timeoutMillis)) {
                throw failure;
            }
            return false;
        }
    }

    private long left() throws SQLException {
        return Sql.first(connection, 0L, count(), row -> row.getLong(1));
    }

    private String count() {
        return LEFT.formatted(WrittenWal.POSITION, backfill.heap().name().sql(), Identifier.quote(backfill.task().column()));
    }

    /**
     * What a batch did.
     *
     * @param empty the rows of the heap that had no value after it
     */
    private record Batch(long filled, long empty, long walBytes) {
    }

    /** Sends the statements of a batch in one message: settings with a query, the update, the commit, and the last query. */
    private Batch send(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            long before = query(statement, statement.execute(statements)).getLong("wal");
            statement.getMoreResults();
            long filled = statement.getUpdateCount();
            ResultSet after = query(statement, statement.getMoreResults());
            return new Batch(filled, after.getLong("empty"), after.getLong("wal") - before);
        }
    }

    /** The row of the next result that is one of a query. */
    private static ResultSet query(Statement statement, boolean isQuery) throws SQLException {
        for (boolean found = isQuery; !found; found = statement.getMoreResults()) {
            if (statement.getUpdateCount() == -1) {
                throw new IllegalStateException("no query left");
            }
        }
        ResultSet row = statement.getResultSet();
        row.next();
        return row;
    }
}
