package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.Sql;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("The sweep after the passes")
class SweepTest {

    @Test
    void aRowThatMovesBetweenTheLookAndTheFillIsLookedForAgain(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 6000);
        database.execute("UPDATE connections SET organization_id = user_id % 7 + 1 WHERE id <> 7");
        AtomicInteger visits = new AtomicInteger();
        Monitor movesTheRowAway = () -> {
            if (visits.getAndIncrement() == 0) {
                database.execute("WITH gone AS (DELETE FROM connections WHERE id = 7 RETURNING *) INSERT INTO connections SELECT * FROM gone");
            }
        };

        assertThat(sweep(database, movesTheRowAway)).isZero();

        assertThat(visits).hasPositiveValue();
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }

    /** As TRUNCATE holds, or ATTACH PARTITION if there is a default partition. */
    @Test
    void aTableThatIsLockedForAMomentIsLookedAtAgain(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 100);
        BackfillTask task = BackfillFixture.task("connections");
        try (Connection connection = database.connection(); Connection other = database.connection()) {
            HeapBackfill heapBackfill = BackfillFixture.heapBackfill(connection, task);
            try (Session session = Session.on(connection, task); Statements statements = new Statements(connection, heapBackfill)) {
                other.setAutoCommit(false);
                Sql.execute(other, "LOCK TABLE connections");
                CompletableFuture<Long> running = CompletableFuture.supplyAsync(() -> swept(new Sweep(heapBackfill, session, statements, Monitor.NONE)));
                Waiting.untilBlocked(database, 1, running);
                other.rollback();
                assertThat(running.get()).isZero();
            }
        }
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }

    private static long swept(Sweep sweep) {
        try {
            return sweep.run();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long sweep(TestDatabase database, Monitor monitor) throws SQLException {
        BackfillTask task = BackfillFixture.task("connections");
        try (Connection connection = database.connection()) {
            HeapBackfill heapBackfill = BackfillFixture.heapBackfill(connection, task);
            try (Session session = Session.on(connection, task); Statements statements = new Statements(connection, heapBackfill)) {
                return new Sweep(heapBackfill, session, statements, monitor).run();
            }
        }
    }
}
