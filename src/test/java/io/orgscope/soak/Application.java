package io.orgscope.soak;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Writers that write without pause, each on a connection of its own. What fails because the server is not there is tried
 * again on a new connection; every other failure is kept.
 */
final class Application implements AutoCloseable {

    /** Which version of the application writes. */
    enum Release { OLD, BOTH, NEW }

    /** What a terminated or crashed server says, and what a client sees of one that is not there. */
    private static final Set<String> ABSENT = Set.of("57P01", "57P02", "57P03", "08000", "08001", "08003", "08006", "08007");
    private static final String DEADLOCK = "40P01";
    /** The parent of a new row was deleted after it was read: any application meets that. */
    private static final String ORPHAN = "23503";
    private static final long THINK_MICROS = 500;

    private final String url;
    private final Work work;
    private final Consumer<String> log;
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantReadWriteLock pause = new ReentrantReadWriteLock(true);
    private final AtomicLongArray statements;
    private final AtomicLong absences = new AtomicLong();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> deadlocks = new TreeMap<>();
    private volatile Release release = Release.OLD;
    private volatile boolean stopped;

    Application(String url, int users, int writers, long seed, Consumer<String> log) {
        this.url = url;
        this.log = log;
        this.work = new Work(users);
        this.statements = new AtomicLongArray(writers);
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(seed * 31 + writer);
            int number = writer;
            Thread thread = new Thread(() -> write(number, random), "writer " + writer);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void write(int writer, Random random) {
        Connection connection = null;
        while (!stopped) {
            pause.readLock().lock();
            Work.Piece piece = work.choose(release, random);
            try {
                if (connection == null) {
                    connection = DriverManager.getConnection(url);
                }
                piece.on(connection, random);
                statements.incrementAndGet(writer);
            } catch (SQLException failed) {
                connection = after(failed, piece, connection);
            } catch (RuntimeException broken) {
                // A mistake in the work must not end the writer, which nobody would notice.
                count(failures, piece, broken.toString());
                close(connection);
                connection = null;
            } finally {
                pause.readLock().unlock();
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(THINK_MICROS + (connection == null ? 20_000 : 0)));
        }
        close(connection);
    }

    private Connection after(SQLException failed, Work.Piece piece, Connection connection) {
        if (ABSENT.contains(failed.getSQLState())) {
            absences.incrementAndGet();
            close(connection);
            return null;
        }
        if (ORPHAN.equals(failed.getSQLState())) {
            return connection;
        }
        Map<String, Integer> counts = DEADLOCK.equals(failed.getSQLState()) ? deadlocks : failures;
        if (counts == deadlocks) {
            log.accept(piece.name() + ": " + failed.getMessage());
        }
        count(counts, piece, failed.getSQLState() + " " + failed.getMessage().lines().findFirst().orElse(""));
        if (connection == null) {
            return null;
        }
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException unusable) {
            close(connection);
            return null;
        }
    }

    private void count(Map<String, Integer> counts, Work.Piece piece, String what) {
        synchronized (counts) {
            counts.merge(release + ", " + piece.name() + ": " + what.replaceAll("\\d+", "N"), 1, Integer::sum);
        }
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // The server is not there to take leave of.
        }
    }

    void release(Release next) {
        release = next;
        quiet(() -> null);
    }

    /** Something that is done while nobody writes. */
    @FunctionalInterface
    interface Quiet<T, E extends Exception> {
        T run() throws E;
    }

    /** Does something between two statements of every writer. */
    <T, E extends Exception> T quiet(Quiet<T, E> what) throws E {
        pause.writeLock().lock();
        try {
            return what.run();
        } finally {
            pause.writeLock().unlock();
        }
    }

    long statements() {
        return LongStream.of(statementsOfEach()).sum();
    }

    /** How many transactions each writer has done. */
    long[] statementsOfEach() {
        return IntStream.range(0, statements.length()).mapToLong(statements::get).toArray();
    }

    long absences() {
        return absences.get();
    }

    /** The statements that failed for another reason than that the server was gone, by kind. */
    Map<String, Integer> failures() {
        synchronized (failures) {
            return new TreeMap<>(failures);
        }
    }

    Map<String, Integer> deadlocks() {
        synchronized (deadlocks) {
            return new TreeMap<>(deadlocks);
        }
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(60));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
