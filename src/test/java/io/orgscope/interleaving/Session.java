package io.orgscope.interleaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.PGConnection;

/** One session of an order: a connection with a thread that waits where its statement waits. */
final class Session implements AutoCloseable {

    /** The server looks for a deadlock so soon that an order with one costs no second, and later than a batch gives up. */
    private static final String SETTINGS = "SET deadlock_timeout = '200ms'";

    private final Connection connection;
    private final ExecutorService thread;
    private final int pid;
    private final Deque<Step> postponed = new ArrayDeque<>();
    private final List<String> errors = new ArrayList<>();
    private Future<?> running;
    private boolean waiting;
    private boolean failed;
    private boolean committed;

    Session(Connection connection) throws SQLException {
        this.connection = connection;
        this.pid = connection.unwrap(PGConnection.class).getBackendPID();
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread daemon = new Thread(work, "session " + pid);
            daemon.setDaemon(true);
            return daemon;
        });
        Step.execute(connection, SETTINGS);
    }

    int pid() {
        return pid;
    }

    /** Takes the statement on: at once, or when those before it are done. */
    void give(Step step) {
        postponed.add(step);
    }

    /** Starts the next statement that was given, unless one is running. */
    void start() {
        if (running == null && !postponed.isEmpty()) {
            Step step = postponed.poll();
            running = thread.submit(() -> run(step));
        }
    }

    private void run(Step step) {
        try {
            if (!failed) {
                step.work().on(connection);
                committed |= step.ends();
            } else if (step.ends()) {
                Step.execute(connection, "ROLLBACK");
            }
        } catch (SQLException refused) {
            errors.add(refused.getSQLState() + " at " + step.label() + ": " + refused.getMessage().lines().findFirst().orElse(""));
            failed = true;
        }
    }

    boolean busy() {
        return running != null;
    }

    /** Whether it was seen to wait for another session's lock. */
    boolean waiting() {
        return waiting;
    }

    void waiting(boolean seen) {
        waiting = seen;
    }

    boolean idle() {
        return running == null && postponed.isEmpty();
    }

    /** Whether the statement ended within the time; one that did makes room for the next. */
    boolean ended(long micros) throws InterruptedException {
        try {
            running.get(micros, TimeUnit.MICROSECONDS);
            running = null;
            waiting = false;
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /** Whether something was committed since this was asked last. */
    boolean takeCommitted() {
        boolean was = committed;
        committed = false;
        return was;
    }

    /** The statements that failed, as SQLSTATE, statement and message, since this was asked last. */
    List<String> takeErrors() {
        List<String> all = List.copyOf(errors);
        errors.clear();
        failed = false;
        return all;
    }

    @Override
    public void close() throws SQLException {
        thread.shutdownNow();
        connection.close();
    }
}
