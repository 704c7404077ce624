package io.orgscope.backfill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The workers beyond the first, each on a thread of its own: they go from heap to heap and take the windows that are left. */
final class Helpers {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final List<Job> jobs;
    private final Meter meter;
    private final List<Thread> threads = new ArrayList<>();

    Helpers(List<Job> jobs, Meter meter) {
        this.jobs = jobs;
        this.meter = meter;
    }

    void start(List<Session> sessions) {
        for (Session session : sessions) {
            Thread thread = new Thread(() -> work(session), "orgscope-backfill-" + session.pid());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** A helper that fails hands its window back: the first worker fills it, or fails for the same reason and says so. */
    private void work(Session session) {
        try {
            Worker worker = new Worker(session, Watch.NONE);
            for (Job job : jobs) {
                session.show("orgscope backfill " + job.task().table());
                worker.fill(job);
            }
        } catch (SQLException | RuntimeException failure) {
            meter.notice("A worker stopped (" + failure.getMessage() + "); the others take over what it left.");
        }
    }

    /** Waits until all are done; meanwhile the first worker goes on watching. */
    void join(Watch watch) throws SQLException {
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                watch.look();
                try {
                    thread.join(LOOK_EVERY_MILLIS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    Gate.requireNotInterrupted();
                }
            }
        }
    }

    /** Waits until all have stopped: nobody writes when the first worker has left. */
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
