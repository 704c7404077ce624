package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.Sql;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("A temporary failure does not end a backfill")
class BatchRunnerTest {

    private final BackfillTask task = BackfillFixture.task("connections");
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 10);
    }

    /** A batch of one page runs again without the timeout. Another session has locked the table meanwhile. */
    @Test
    void aLockThatTheBatchMeetsWhenItRunsAgainWithoutItsTimeout(TestDatabase database) throws SQLException {
        try (Connection other = database.connection(); Connection connection = database.connection(); Session session = Session.on(connection, task)) {
            other.setAutoCommit(false);
            BatchRunner runner = new BatchRunner(session, BackfillOptions.defaults());
            Session.Call<Long> batch = () -> {
                if (calls.incrementAndGet() == 1) {
                    sleep(connection, 10);
                }
                Sql.execute(connection, "UPDATE connections SET touched = 1");
                return 10L;
            };
            try (Statement statement = other.createStatement()) {
                statement.execute("LOCK TABLE connections");
            }

            assertThat(runner.run(new AdaptiveBatchSize(20_000_000, 1), 1, batch)).isEqualTo(BatchRunner.AGAIN);
            other.rollback();

            assertThat(runner.run(new AdaptiveBatchSize(20_000_000, 1), 1, batch)).isEqualTo(10);
            assertThat(calls).hasValue(3);
        }
    }

    /** A machine that is busy enough lets even a setting take longer than the timeout of a batch. */
    @Test
    void aSettingIsRepeatedUntilTheTimeoutLetsItPass(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection(); Session session = Session.on(connection, task)) {
            session.untilDone(() -> {
                sleep(connection, calls.incrementAndGet() < 3 ? 10 : 0);
                return null;
            });
            assertThat(calls).hasValue(3);
            assertThatThrownBy(() -> session.untilDone(() -> {
                Sql.execute(connection, "SELECT 1 / 0");
                return null;
            })).hasMessageContaining("division by zero");
        }
    }

    private static void sleep(Connection connection, int seconds) throws SQLException {
        Sql.execute(connection, "SELECT pg_catalog.pg_sleep(" + seconds + ")");
    }
}
