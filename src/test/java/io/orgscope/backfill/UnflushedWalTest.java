package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.Sql;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("A worker does not bury the disk under WAL")
class UnflushedWalTest {

    private static final String WRITE = "INSERT INTO written SELECT repeat('x', 1000) FROM generate_series(1, 500)";

    /** Nobody flushes but who commits and waits for it. */
    @BeforeEach
    void letTheWalWriterSleep(TestDatabase database) throws SQLException {
        database.execute("ALTER SYSTEM SET wal_writer_delay = '10s'", "ALTER SYSTEM SET wal_writer_flush_after = '1GB'",
                "SELECT pg_reload_conf()", "CREATE TABLE written (x text)");
    }

    @AfterEach
    void wakeItUp(TestDatabase database) throws SQLException {
        database.execute("ALTER SYSTEM RESET wal_writer_delay", "ALTER SYSTEM RESET wal_writer_flush_after", "SELECT pg_reload_conf()");
    }

    @Test
    void itWaitsUntilWhatItWroteBeforeItsLastTwoBatchesIsFlushed(TestDatabase database) throws Exception {
        try (Connection worker = database.connection(); Connection application = database.connection()) {
            int pid = Sql.first(worker, 0, "SELECT pg_backend_pid()", row -> row.getInt(1));
            Sql.execute(worker, "SET synchronous_commit = off");
            Sql.execute(application, "SET synchronous_commit = on");
            UnflushedWal unflushedWal = new UnflushedWal(worker, 1);
            Sql.execute(worker, WRITE);
            String firstBatch = Sql.first(worker, null, "SELECT pg_current_wal_insert_lsn()::text", row -> row.getString(1));
            unflushedWal.batchWritten();
            Sql.execute(worker, WRITE);
            unflushedWal.batchWritten();
            Sql.execute(worker, WRITE);

            CompletableFuture<Boolean> flushed = CompletableFuture.supplyAsync(() -> goesOnWithFlushed(firstBatch, worker, unflushedWal));
            for (int looks = 0; looks < 3 && !flushed.isDone(); looks++) {
                awaitAnotherStatement(application, pid, flushed);
            }
            Sql.execute(application, WRITE);

            assertThat(flushed.get()).isTrue();
        }
    }

    private static boolean goesOnWithFlushed(String position, Connection worker, UnflushedWal unflushedWal) {
        try {
            unflushedWal.batchWritten();
            return Sql.first(worker, false, "SELECT pg_current_wal_flush_lsn() >= ?::pg_lsn", row -> row.getBoolean(1), position);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitAnotherStatement(Connection connection, int pid, CompletableFuture<?> running) throws Exception {
        String start = statementStart(connection, pid);
        Waiting.until("the worker begins another statement", () -> running.isDone() || !statementStart(connection, pid).equals(start));
    }

    private static String statementStart(Connection connection, int pid) throws SQLException {
        return Sql.first(connection, "", "SELECT query_start::text FROM pg_stat_activity WHERE pid = ?", row -> row.getString(1), pid);
    }
}
