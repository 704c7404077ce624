package io.orgscope.bench;

import io.orgscope.testing.Cli;
import io.orgscope.testing.Login;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How long an application waits while steps 11 to 13 run by the command line, in a process of their own. */
final class IsolationStall {

    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final long ALLOWED = Duration.ofMillis(50).toNanos();

    private final IsolationTables tables;
    private final TestDatabase database;
    private final Login application;

    IsolationStall(IsolationTables tables, TestDatabase database, Login application) {
        this.tables = tables;
        this.database = database;
        this.application = application;
    }

    /**
     * Isolates the database's tables.
     *
     * @param before how long the application is looked at before the steps begin
     * @return what was seen, as a sentence
     */
    String measure(Duration before) throws IOException, InterruptedException {
        Clients alone = new Clients();
        Thread.sleep(before.toMillis());
        long usual = alone.stop();
        Clients during = new Clients();
        LockWaits locks = new LockWaits();
        long start = System.nanoTime();
        isolate();
        long took = System.nanoTime() - start;
        long longest = during.stop();
        boolean met = longest - usual <= ALLOWED && during.failed.get() == 0;
        return String.format(Locale.ROOT, "steps 11 to 13: %.1f s; the application's longest wait %d ms, for a lock %d ms, %d ms without the steps"
                + " (target: at most 50 ms more): %s; %d failed, %d sent", took / 1e9, longest / 1_000_000, locks.stop(), usual / 1_000_000,
                met ? "met" : "MISSED", during.failed.get(), during.sent.get());
    }

    private void isolate() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("isolation-costs");
        Files.writeString(directory.resolve("costs.orgscope.yaml"), IsolationTables.DECLARATION.formatted(application.user()));
        Cli.Result result = Cli.in(directory).run("update", "--url=" + database.url(), "--changelog-file=costs.orgscope.yaml",
                "--label-filter=orgscope-isolate");
        if (result.exitCode() != 0) {
            throw new IllegalStateException(result.err());
        }
    }

    /** The longest that a session of the application waited for a lock, looked at every few milliseconds. */
    private final class LockWaits {

        private static final String WAITS = """
                SELECT coalesce(max(extract(epoch FROM clock_timestamp() - l.waitstart)) * 1000, 0)
                  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted AND a.usename = ?
                """;

        private final Thread thread = new Thread(this::look);
        private volatile boolean stopped;
        private volatile long longest;

        LockWaits() {
            thread.start();
        }

        private void look() {
            try (Connection connection = database.connection(); PreparedStatement waits = connection.prepareStatement(WAITS)) {
                waits.setString(1, application.user());
                while (!stopped) {
                    try (ResultSet row = waits.executeQuery()) {
                        row.next();
                        longest = Math.max(longest, (long) row.getDouble(1));
                    }
                    Thread.sleep(INTERVAL.toMillis());
                }
            } catch (SQLException | InterruptedException broken) {
                longest = -1;
            }
        }

        long stop() throws InterruptedException {
            stopped = true;
            thread.join();
            return longest;
        }
    }

    /** Two clients with a statement each every few milliseconds, late or not; what waits is counted from when it was due. */
    private final class Clients {

        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicLong longest = new AtomicLong();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean stopped;

        Clients() {
            for (int i = 0; i < 2; i++) {
                int first = i;
                Thread thread = new Thread(() -> send(first));
                thread.start();
                threads.add(thread);
            }
        }

        private void send(int first) {
            try (IsolationTables.Session read = tables.new Session(application, IsolationTables.Statement.POINT_READ);
                    IsolationTables.Session insert = tables.new Session(application, IsolationTables.Statement.INSERT)) {
                long due = System.nanoTime();
                for (int n = first; !stopped; n += 2) {
                    due += INTERVAL.toNanos();
                    Thread.sleep(Math.max(0, due - System.nanoTime()) / 1_000_000);
                    send(n % 4 < 2 ? read : insert, n);
                    longest.accumulateAndGet(System.nanoTime() - due, Math::max);
                }
            } catch (SQLException | InterruptedException broken) {
                failed.incrementAndGet();
            }
        }

        private void send(IsolationTables.Session session, int n) throws SQLException {
            try {
                session.send(n);
                sent.incrementAndGet();
            } catch (SQLException refused) {
                failed.incrementAndGet();
                session.rollback();
            }
        }

        long stop() throws InterruptedException {
            stopped = true;
            for (Thread thread : threads) {
                thread.join();
            }
            return longest.get();
        }
    }
}
