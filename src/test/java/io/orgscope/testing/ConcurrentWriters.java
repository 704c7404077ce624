package io.orgscope.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * An application that writes all the while and knows nothing of the migration: several connections, each doing one
 * piece of work after the other until stopped. Each failure is kept; none ends a writer.
 *
 * <pre>{@code
 * try (ConcurrentWriters writers = ConcurrentWriters.on(database, 4, ConcurrentWriters.sql(
 *         "INSERT INTO t (user_id, note) VALUES (?, ?)", (writer, turn) -> new Object[] {writer + 1, "n" + turn}))) {
 *     liquibase.update();
 *     writers.awaitTurns(10);
 *     assertThat(writers.stop().failures()).isEmpty();
 * }
 * }</pre>
 */
public final class ConcurrentWriters implements AutoCloseable {

    /** So that writers on a small machine do not take all of it: pace, not synchronization. */
    private static final Duration THINK_TIME = Duration.ofMillis(1);
    private static final long PATIENCE_SECONDS = 60;
    private static final int FAILURES_KEPT = 1000;

    private final List<Writer> writers;
    private volatile boolean stopped;
    private boolean reported;

    private ConcurrentWriters(Login login, int count, List<Work> works) {
        writers = IntStream.range(0, count).mapToObj(number -> new Writer(login, number, works)).toList();
    }

    /**
     * Starts writers that take turns with the given works, and returns when each of them has finished one turn, well
     * or not.
     */
    public static ConcurrentWriters on(Login login, int writers, Work... works) {
        ConcurrentWriters started = new ConcurrentWriters(login, writers, List.of(works));
        started.writers.forEach(Thread::start);
        try {
            started.awaitTurns(1);
            return started;
        } catch (RuntimeException | Error e) {
            try {
                started.stop();
            } catch (AssertionError stuck) {
                e.addSuppressed(stuck);
            }
            throw e;
        }
    }

    /** The work of one prepared statement, which each connection keeps as connection pools do. */
    public static Work sql(String sql, Parameters parameters) {
        return (connection, writer, turn) -> {
            // The driver keeps the plan for the text, so closing the statement does not forget it.
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Object[] values = parameters.of(writer, turn);
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.execute();
            }
        };
    }

    /** Waits until every writer has finished that many more turns than it has now. */
    public void awaitTurns(int more) {
        long[] targets = writers.stream().mapToLong(writer -> writer.turns() + more).toArray();
        for (Writer writer : writers) {
            writer.await(targets[writer.number]);
        }
    }

    /** Ends the writers, each after its current turn, and says what they did. */
    public Report stop() {
        reported = true;
        stopped = true;
        for (Writer writer : writers) {
            try {
                writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (writer.isAlive()) {
                throw new AssertionError("Writer %d is stuck in its turn %d".formatted(writer.number, writer.turns()));
            }
        }
        return Report.of(writers);
    }

    /** Ends the writers. What they did must not go unseen: failures that no {@link #stop()} has reported are an error. */
    @Override
    public void close() {
        boolean seen = reported;
        Report report = stop();
        if (!seen && report.failed() > 0) {
            throw new AssertionError("%d turns failed, and the test has not looked. The first: %s".formatted(report.failed(), report.failures().get(0)));
        }
    }

    /** One piece of an application's work; the connection is in autocommit. */
    @FunctionalInterface
    public interface Work {
        void on(Connection connection, int writer, long turn) throws SQLException;
    }

    /** The parameters of a statement: writers count from 0, and so do the turns of each. */
    @FunctionalInterface
    public interface Parameters {
        Object[] of(int writer, long turn);
    }

    /** One failed turn. */
    public record Failure(int writer, long turn, String sqlState, String message) {
    }

    /**
     * What the writers did.
     *
     * @param done turns without an error
     * @param failed turns with one
     * @param failures the first thousand failures of each writer
     * @param longest the longest that a turn took: how long the application stood still
     */
    public record Report(long done, long failed, List<Failure> failures, Duration longest) {

        private static Report of(List<Writer> writers) {
            List<Failure> failures = new ArrayList<>();
            writers.forEach(writer -> failures.addAll(writer.failures));
            long failed = writers.stream().mapToLong(writer -> writer.failed.get()).sum();
            long turns = writers.stream().mapToLong(Writer::turns).sum();
            long longest = writers.stream().mapToLong(writer -> writer.longest.get()).max().orElse(0);
            return new Report(turns - failed, failed, Collections.unmodifiableList(failures), Duration.ofNanos(longest));
        }
    }

    private final class Writer extends Thread {

        private final Login login;
        private final int number;
        private final List<Work> works;
        private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
        private final AtomicLong failed = new AtomicLong();
        private final AtomicLong longest = new AtomicLong();
        private long turns;
        private Connection connection;

        Writer(Login login, int number, List<Work> works) {
            super("writer-" + number);
            setDaemon(true);
            this.login = login;
            this.number = number;
            this.works = works;
        }

        @Override
        public void run() {
            try {
                while (!stopped) {
                    takeTurn();
                    LockSupport.parkNanos(THINK_TIME.toNanos());
                }
            } finally {
                disconnect();
            }
        }

        synchronized long turns() {
            return turns;
        }

        synchronized void await(long target) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            try {
                while (turns < target) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0 || !isAlive()) {
                        throw new AssertionError("Writer %d is stuck in its turn %d".formatted(number, turns));
                    }
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void takeTurn() {
            long turn = turns();
            long start = System.nanoTime();
            try {
                if (connection == null) {
                    connection = login.connection();
                }
                works.get((int) (turn % works.size())).on(connection, number, turn);
            } catch (SQLException e) {
                record(new Failure(number, turn, e.getSQLState(), e.getMessage()));
            } catch (RuntimeException | Error e) {
                // A mistake in the test's own lambda must show up in the report as well.
                record(new Failure(number, turn, null, e.toString()));
            }
            longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            synchronized (this) {
                turns++;
                notifyAll();
            }
        }

        private void record(Failure failure) {
            failed.incrementAndGet();
            if (failures.size() < FAILURES_KEPT) {
                failures.add(failure);
            }
            try {
                if (connection != null && connection.isClosed()) {
                    connection = null;
                }
            } catch (SQLException e) {
                connection = null;
            }
        }

        private void disconnect() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                record(new Failure(number, turns(), e.getSQLState(), e.getMessage()));
            }
        }
    }
}
