package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
class ConcurrentWritersTest {

    @BeforeEach
    void table(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (writer int, turn bigint, note text, PRIMARY KEY (writer, turn))");
    }

    private static ConcurrentWriters.Work insert() {
        return ConcurrentWriters.sql("INSERT INTO t (writer, turn) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (writer, turn) -> new Object[] {writer, turn});
    }

    @Test
    void writesFromTheStartUntilStopped(TestDatabase database) throws SQLException {
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 3, insert(), (connection, writer, turn) -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE t SET note = 'seen' WHERE writer = " + writer);
            }
        })) {
            assertThat(database.number("SELECT count(DISTINCT writer) FROM t")).isEqualTo(3);
            writers.awaitTurns(20);
            ConcurrentWriters.Report report = writers.stop();
            assertThat(report.failures()).isEmpty();
            assertThat(report.done()).isGreaterThanOrEqualTo(63);
            assertThat(database.number("SELECT count(*) FROM t")).isBetween(report.done() / 2, report.done() / 2 + 3);
        }
    }

    @Test
    void recordsEveryFailureAndGoesOn(TestDatabase database) throws SQLException {
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 2, insert())) {
            database.execute("ALTER TABLE t ADD COLUMN required int NOT NULL DEFAULT 0; ALTER TABLE t ALTER required DROP DEFAULT");
            writers.awaitTurns(5);
            database.execute("ALTER TABLE t DROP COLUMN required");
            long rows = database.number("SELECT count(*) FROM t");
            writers.awaitTurns(5);
            ConcurrentWriters.Report report = writers.stop();
            assertThat(report.failures()).extracting(ConcurrentWriters.Failure::sqlState).containsOnly("23502");
            assertThat(report.failures()).allMatch(failure -> failure.message().contains("\"required\""));
            assertThat(report.failed()).isGreaterThanOrEqualTo(10);
            assertThat(database.number("SELECT count(*) FROM t")).isGreaterThanOrEqualTo(rows + 8).isEqualTo(report.done());
        }
    }

    @Test
    void seesHowLongTheApplicationStoodStill(TestDatabase database) throws Exception {
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 1, insert()); Connection locker = database.connection()) {
            locker.setAutoCommit(false);
            locker.createStatement().execute("LOCK TABLE t");
            Waiting.untilBlocked(database, 1);
            long start = System.nanoTime();
            Waiting.until("it has waited a while", () -> System.nanoTime() - start > Duration.ofMillis(200).toNanos());
            locker.rollback();
            writers.awaitTurns(1);
            assertThat(writers.stop().longest()).isGreaterThan(Duration.ofMillis(200));
        }
    }

    @Test
    void reconnectsWhenItsSessionIsEnded(TestDatabase database) throws SQLException {
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 1, insert())) {
            database.execute("""
                    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
            writers.awaitTurns(5);
            assertThat(writers.stop().failures()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void failuresThatNobodyLookedAtAreAnError(TestDatabase database) {
        assertThatThrownBy(() -> {
            try (ConcurrentWriters writers = ConcurrentWriters.on(database, 2, ConcurrentWriters.sql("INSERT INTO t (writer) VALUES (1)",
                    (writer, turn) -> new Object[0]))) {
                writers.awaitTurns(1);
            }
        }).isInstanceOf(AssertionError.class).hasMessageContaining("the test has not looked").hasMessageContaining("23502");
    }

    @Test
    void reportsAMistakeInTheWorkItself(TestDatabase database) {
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 1, (connection, writer, turn) -> {
            throw new IllegalStateException("oops");
        })) {
            assertThat(writers.stop().failures()).first().extracting(ConcurrentWriters.Failure::message).asString().contains("oops");
        }
    }
}
