package io.orgscope.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process or session does, by looking at it, never by guessing how long it takes. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Waiting() {
    }

    /** Looks every few milliseconds until the condition holds; fails after a minute. */
    public static void until(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited %d s in vain until %s".formatted(PATIENCE.toSeconds(), what));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Looks until so many sessions of a database wait for a lock. */
    public static void untilBlocked(Login login, int sessions) throws Exception {
        until(sessions + " sessions wait for a lock", () -> blocked(login) >= sessions);
    }

    /** The same of something that runs in one of these sessions. It fails at once if that ends, well or not, and does not wait. */
    public static void untilBlocked(Login login, int sessions, CompletableFuture<?> running) throws Exception {
        until(sessions + " sessions wait for a lock", () -> running.isDone() || blocked(login) >= sessions);
        if (running.isDone()) {
            running.join();
            throw new AssertionError("It was to wait for a lock, and it ended");
        }
    }

    /** Autovacuum may wait too. */
    private static long blocked(Login login) throws SQLException {
        return login.number("""
                SELECT count(DISTINCT l.pid) FROM pg_locks AS l JOIN pg_stat_activity AS s ON s.pid = l.pid
                WHERE NOT l.granted AND s.datname = current_database() AND s.backend_type = 'client backend'
                """);
    }

    /** Something that becomes true. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }
}
