package io.orgscope.backfill;

import java.sql.SQLException;

/**
 * Fills a heap of a few pages, in fast batches of a few pages each. A batch that meets a row that somebody holds or that has
 * no value is left to the {@link Sweep}.
 */
final class FewPages {

    /** At 200 rows a page and 10 µs a row, a batch takes about 16 ms. */
    private static final int BATCH = 8;

    private final HeapBackfill backfill;
    private final Session session;
    private final Statements statements;

    FewPages(HeapBackfill backfill, Session session, Statements statements) {
        this.backfill = backfill;
        this.session = session;
        this.statements = statements;
    }

    void run() throws SQLException {
        for (long from = 0; from < backfill.heap().pages(); from += BATCH) {
            backfill.throttle().await();
            long start = System.nanoTime();
            batch(from, start);
            backfill.throttle().rest(System.nanoTime() - start);
        }
    }

    private void batch(long from, long start) throws SQLException {
        try {
            int rows = statements.fillFast(from, Math.min(from + BATCH, backfill.heap().pages()), 0);
            backfill.statistics().committed(rows, System.nanoTime() - start);
        } catch (SQLException failure) {
            if (!Failures.busy(failure) && !Failures.unanswered(failure)
                    && !Failures.timedOut(failure, System.nanoTime() - start, session.timeoutMillis())) {
                throw failure;
            }
            backfill.statistics().retried();
        }
    }
}
