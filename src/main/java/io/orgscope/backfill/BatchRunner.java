package io.orgscope.backfill;

import io.orgscope.backfill.throttle.Throttle;
import java.sql.SQLException;

/** Runs batches on one session. If a batch fails for a temporary reason, it runs the batch again. */
final class BatchRunner {

    /** The result of a batch that has to run again. */
    static final long AGAIN = -1;

    private final Session session;
    private final RetryPolicy retryPolicy;

    BatchRunner(Session session, BackfillOptions options) {
        this.session = session;
        this.retryPolicy = new RetryPolicy(options.retryTimeout());
    }

    /**
     * Runs a statement over a number of pages.
     *
     * @return the statement's result, or {@link #AGAIN}
     */
    long run(AdaptiveBatchSize batchSize, long pages, Session.Call<Long> batch) throws SQLException {
        long start = System.nanoTime();
        try {
            long result = batch.run();
            batchSize.took(pages, System.nanoTime() - start);
            retryPolicy.succeeded();
            return result;
        } catch (SQLException failure) {
            if (Failures.timedOut(failure, System.nanoTime() - start, session.timeoutMillis())) {
                return slow(batchSize, pages, batch);
            }
            return again(failure);
        }
    }

    /** Runs one statement without a timeout, because it cannot be divided into smaller ones. While a lock is in its way, runs it again. */
    <T> T runWhole(Session.Call<T> call) throws SQLException {
        while (true) {
            try {
                T result = session.withoutTimeout(call);
                retryPolicy.succeeded();
                return result;
            } catch (SQLException failure) {
                again(failure);
            }
        }
    }

    private long slow(AdaptiveBatchSize batchSize, long pages, Session.Call<Long> batch) throws SQLException {
        batchSize.tooSlow(pages);
        if (pages > 1) {
            return AGAIN;
        }
        try {
            long result = session.withoutTimeout(batch);
            retryPolicy.succeeded();
            return result;
        } catch (SQLException failure) {
            return again(failure);
        }
    }

    private long again(SQLException failure) throws SQLException {
        if (!Failures.busy(failure)) {
            throw failure;
        }
        retryPolicy.failed(failure);
        Throttle.requireNotInterrupted();
        return AGAIN;
    }
}
