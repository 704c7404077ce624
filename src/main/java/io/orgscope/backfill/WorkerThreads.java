package io.orgscope.backfill;

import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.postgres.RowContents;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The workers beyond the first, each on a thread of its own. They go from heap to heap and take the windows that are left. */
final class WorkerThreads {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final List<HeapBackfill> heaps;
    private final BackfillStatistics statistics;
    private final List<Thread> threads = new ArrayList<>();

    WorkerThreads(List<HeapBackfill> heaps, BackfillStatistics statistics) {
        this.heaps = heaps;
        this.statistics = statistics;
    }

    void start(List<Session> sessions) {
        for (Session session : sessions) {
            Thread thread = new Thread(() -> work(session), "orgscope-backfill-" + session.pid());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** A worker that fails gives its window back. The first worker fills it, or fails for the same reason and reports it. */
    private void work(Session session) {
        try {
            Worker worker = new Worker(session, Monitor.NONE);
            for (HeapBackfill backfill : heaps) {
                session.show("orgscope backfill " + backfill.task().table());
                worker.fill(backfill);
            }
        } catch (SQLException failure) {
            stopped(RowContents.removed(failure));
        } catch (RuntimeException failure) {
            stopped(failure);
        }
    }

    private void stopped(Exception failure) {
        statistics.notice("A worker stopped (" + failure.getMessage() + "). The others do the rest of its work.");
    }

    /** Waits until all are done. Meanwhile the first worker goes on monitoring. */
    void join(Monitor monitor) throws SQLException {
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                monitor.check();
                try {
                    thread.join(LOOK_EVERY_MILLIS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    Throttle.requireNotInterrupted();
                }
            }
        }
    }

    /** Waits until all have stopped, so that nothing is written after the first worker has ended. */
    void stop() {
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
