package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.backfill.progress.Progress;
import io.orgscope.backfill.throttle.ArchiverLag;
import io.orgscope.backfill.throttle.ReplicationLag;
import io.orgscope.backfill.throttle.RunningAnalyze;
import io.orgscope.backfill.throttle.RunningVacuum;
import io.orgscope.backfill.throttle.ThrottleCondition;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

@PostgresTest
@DisplayName("What the backfill looks out for while it runs")
class ThrottleConditionsTest {

    @Test
    void itStandsStillWhileABrakeHoldsAndSaysWhatItWaitsFor(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 1000);
        AtomicInteger looks = new AtomicInteger();
        ThrottleCondition standby = connection -> looks.incrementAndGet() <= 3 ? "standby east, which is 512 MB behind" : null;
        List<Progress> reports = new ArrayList<>();

        try (Connection connection = database.connection()) {
            new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, reports::add, List.of(standby)).run(connection);
        }

        assertThat(reports).filteredOn(report -> report.waitingFor() != null).hasSize(3)
                .allSatisfy(report -> {
                    assertThat(report.waitingFor()).contains("standby east");
                    assertThat(report.rowsDone()).isZero();
                });
        assertThat(reports.get(reports.size() - 1).finished()).isTrue();
        assertThat(reports.get(reports.size() - 1).rowsDone()).isEqualTo(1000);
    }

    @Test
    void theRealBrakesAnswerOnAServerThatHasNothingToWaitFor(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            assertThat(new ReplicationLag(1, Duration.ZERO, notice -> { }).reason(connection)).isNull();
            assertThat(new ArchiverLag(0).reason(connection)).isNull();
            assertThat(new RunningVacuum(() -> new Long[] {1259L}).reason(connection)).isNull();
            assertThat(new RunningAnalyze(() -> new Long[] {1259L}).reason(connection)).isNull();
        }
    }

    /** A replay that is delayed or paused does not stop the backfill for ever. */
    @Test
    void aStandbyThatDoesNotComeNearerIsLeftOut(TestDatabase database) throws Exception {
        List<String> notices = new ArrayList<>();
        try (Connection walsender = BackfillFixture.replication(database); Connection connection = database.connection();
                PGReplicationStream stream = walsender.unwrap(PGConnection.class).getReplicationAPI().replicationStream().physical()
                        .withStartPosition(LogSequenceNumber.valueOf(database.string("SELECT pg_current_wal_lsn()"))).start()) {
            ReplicationLag patient = new ReplicationLag(1, Duration.ofDays(1), notices::add);
            ReplicationLag lag = new ReplicationLag(1, Duration.ZERO, notices::add);
            confirm(stream, database.string("SELECT pg_current_wal_lsn() - 8 * 1024 * 1024"));
            Waiting.until("the standby is behind", () -> {
                stream.forceUpdateStatus();
                return lag.reason(connection) != null;
            });
            assertThat(patient.reason(connection)).contains("is 8 MB behind");

            confirm(stream, database.string("SELECT pg_current_wal_lsn() - 4 * 1024 * 1024"));
            Waiting.until("the standby comes nearer", () -> {
                stream.forceUpdateStatus();
                return patient.reason(connection).contains("is 4 MB behind");
            });
            assertThat(lag.reason(connection)).as("It comes nearer.").contains("is 4 MB behind");
            assertThat(notices).isEmpty();

            assertThat(lag.reason(connection)).isNull();
            assertThat(lag.reason(connection)).isNull();
            assertThat(patient.reason(connection)).contains("is 4 MB behind");
            assertThat(notices).singleElement().asString().contains("is 4 MB behind").contains("pg_wal_replay_resume()");
        }
    }

    private static void confirm(PGReplicationStream stream, String lsn) throws SQLException {
        stream.setFlushedLSN(LogSequenceNumber.valueOf(lsn));
        stream.setAppliedLSN(LogSequenceNumber.valueOf(lsn));
        stream.forceUpdateStatus();
    }

    @Test
    void whileAnAnalyzeKeepsOldVersionsItDoesFirstPassesOnly(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 60_000);
        // Statistics on an expression that waits for a lock make the ANALYZE last until we let it go. Autovacuum would add its own.
        database.execute("""
                ALTER TABLE connections SET (autovacuum_enabled = false);
                CREATE FUNCTION wait_for(id integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS
                  $$BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN id; END$$;
                CREATE STATISTICS waiting ON (wait_for(id)) FROM connections""");
        long oid = database.number("SELECT 'connections'::regclass::oid::bigint");
        List<Progress> waiting = new ArrayList<>();
        try (Connection holder = database.connection(); Statement lock = holder.createStatement();
                Connection analyze = database.connection(); Connection look = database.connection()) {
            lock.execute("SELECT pg_advisory_lock(42)");
            CompletableFuture<Void> analyzing = CompletableFuture.runAsync(() -> analyze(analyze));
            Waiting.until("the ANALYZE runs", () -> {
                assertThat(analyzing).isNotDone();
                return new RunningAnalyze(() -> new Long[] {oid}).reason(look) != null;
            });

            new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, progress -> {
                if (progress.waitingFor() != null && nothingMoreIsDone(waiting, progress)) {
                    release(lock);
                }
            }).run(look);
            release(lock);
            analyzing.get();
        }

        assertThat(waiting).isNotEmpty().allSatisfy(report -> assertThat(report.waitingFor()).contains("ANALYZE of the table by pid"));
        assertThat(waiting.get(waiting.size() - 1).rowsDone()).isBetween(60_000L / 22, 60_000L / 10);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        // Each window's first pass moves rows away, and what came after the ANALYZE stayed on its page.
        assertThat(database.number("SELECT pg_relation_size('connections') / 8192")).isLessThan(60_000 / 21 * 120 / 100);
    }

    private static boolean nothingMoreIsDone(List<Progress> waiting, Progress progress) {
        waiting.add(progress);
        int last = waiting.size() - 1;
        return last > 0 && progress.rowsDone() > 0 && waiting.get(last - 1).rowsDone() == progress.rowsDone();
    }

    private static void release(Statement lock) {
        try {
            lock.execute("SELECT pg_advisory_unlock_all()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void analyze(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE connections");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aSnapshotHeldElsewhereIsToldWithItsSession(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 1000);
        BackfillTask task = BackfillFixture.task(BackfillFixture.task("connections").table(), BackfillFixture.withSnapshotAge(Duration.ZERO));
        try (Connection report = database.connection(); Statement statement = report.createStatement()) {
            report.setAutoCommit(false);
            report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT count(*) AS long_report FROM users");
            int pid = report.unwrap(PGConnection.class).getBackendPID();

            BackfillResult result = BackfillFixture.fill(database, task);

            assertThat(result.filled()).isEqualTo(1000);
            assertThat(result.notices()).singleElement().asString()
                    .contains("session " + pid).contains("long_report").contains("pg_terminate_backend(" + pid + ")");
        }
    }

    @Test
    void aPreparedTransactionIsToldToo(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 1000);
        database.execute("BEGIN", "INSERT INTO organizations VALUES (99)", "PREPARE TRANSACTION 'forgotten'");
        BackfillTask task = BackfillFixture.task(BackfillFixture.task("connections").table(), BackfillFixture.withSnapshotAge(Duration.ZERO));

        BackfillResult result = BackfillFixture.fill(database, task);

        assertThat(result.notices()).singleElement().asString().contains("prepared transaction forgotten");
        database.execute("ROLLBACK PREPARED 'forgotten'");
    }
}
