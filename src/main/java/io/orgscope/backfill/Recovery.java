package io.orgscope.backfill;

import java.sql.SQLException;

/** Runs batches on one session, and tries those again which only the moment made fail. */
final class Recovery {

    /** What a batch returns when it has to be tried again. */
    static final long AGAIN = -1;

    private final Session session;
    private final Patience patience;
    private final Meter meter;

    Recovery(Session session, BackfillOptions options, Meter meter) {
        this.session = session;
        this.patience = new Patience(options.patience());
        this.meter = meter;
    }

    /**
     * Runs a statement over so many pages.
     *
     * @return what it returned, or {@link #AGAIN}
     */
    long run(Lane lane, long pages, Session.Call<Long> batch) throws SQLException {
        long start = System.nanoTime();
        try {
            long result = batch.run();
            lane.took(pages, System.nanoTime() - start);
            patience.succeeded();
            return result;
        } catch (SQLException failure) {
            meter.retried();
            if (Failures.timedOut(failure, System.nanoTime() - start, session.timeoutMillis())) {
                return slow(lane, pages, batch);
            }
            if (!Failures.busy(failure)) {
                throw failure;
            }
            patience.failed(failure);
            Gate.requireNotInterrupted();
            return AGAIN;
        }
    }

    private long slow(Lane lane, long pages, Session.Call<Long> batch) throws SQLException {
        lane.tooSlow(pages);
        return pages > 1 ? AGAIN : session.patiently(batch);
    }
}
