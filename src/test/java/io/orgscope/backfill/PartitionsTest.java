package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.backfill.progress.Progress;
import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.backfill.throttle.ThrottleCondition;
import io.orgscope.postgres.Sql;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("The partitions of a table are filled as one")
class PartitionsTest {

    private static void table(TestDatabase database, int partitions) throws SQLException {
        BackfillFixture.parents(database);
        database.execute("CREATE TABLE t (id integer, user_id integer, note text) PARTITION BY RANGE (id)", """
                DO $$BEGIN
                  FOR i IN 0 .. %d LOOP
                    EXECUTE format('CREATE TABLE t%%s PARTITION OF t FOR VALUES FROM (%%s) TO (%%s)', i, i * 1000, i * 1000 + 1000);
                  END LOOP;
                END$$""".formatted(partitions - 1),
                "INSERT INTO t SELECT n, n % 100 + 1, repeat('x', 200) FROM generate_series(0, " + (partitions * 1000 - 1) + ") n",
                "ALTER TABLE t ADD COLUMN organization_id integer");
    }

    @Test
    void workersShareThemAndThereIsOneProgress(TestDatabase database) throws SQLException {
        table(database, 20);
        database.execute("CREATE TABLE seen (pid integer)", """
                CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN INSERT INTO public.seen VALUES (pg_backend_pid()); RETURN NEW; END$$;
                CREATE TRIGGER see BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.id % 100 = 0) EXECUTE FUNCTION see()""");
        List<Progress> reports = new ArrayList<>();
        BackfillTask task = BackfillFixture.task(BackfillFixture.task("t").table(), BackfillOptions.defaults().withWorkers(2));

        BackfillResult result;
        try (Connection connection = database.connection()) {
            result = new Backfill(task, database::connection, reports::add).run(connection);
        }

        assertThat(result.filled()).isEqualTo(20_000);
        assertThat(BackfillFixture.wrong(database, "t")).isZero();
        assertThat(database.number("SELECT count(DISTINCT pid) FROM seen")).isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM seen")).isEqualTo(200);
        assertThat(reports).extracting(report -> report.table().name()).containsOnly("t");
        assertThat(reports).filteredOn(Progress::finished).singleElement().satisfies(last -> {
            assertThat(last.rowsTotal()).isBetween(18_000L, 22_000L);
            assertThat(last.rowsDone()).isEqualTo(20_000);
        });
    }

    /** ADD COLUMN does not reach a partition that is being detached. Its DETACH CONCURRENTLY was cancelled, and nobody has finished it. */
    @Test
    void oneThatIsBeingDetachedIsLeftOut(TestDatabase database) throws SQLException {
        table(database, 3);
        database.execute("ALTER TABLE t DROP COLUMN organization_id");
        try (Connection reader = database.connection(); Connection manager = database.connection()) {
            reader.setAutoCommit(false);
            Sql.execute(reader, "SELECT FROM t LIMIT 1");
            Sql.execute(manager, "SET lock_timeout = '200ms'");
            assertThatThrownBy(() -> Sql.execute(manager, "ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY")).hasMessageContaining("lock timeout");
            reader.rollback();
        }
        assertThat(database.strings("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhdetachpending")).containsExactly("t1");
        database.execute("ALTER TABLE t ADD COLUMN organization_id integer");
        try (Connection connection = database.connection()) {
            new Backfill(BackfillFixture.task("t"), ConnectionSource.NONE, ProgressListener.NONE, List.of()).run(connection);
        }
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(2000);
        assertThat(BackfillFixture.wrong(database, "t")).isZero();
    }

    @Test
    void theyMayGoAndComeMeanwhile(TestDatabase database) throws SQLException {
        table(database, 5);
        AtomicBoolean done = new AtomicBoolean();
        ThrottleCondition duringTheFirst = connection -> {
            if (!done.getAndSet(true)) {
                database.execute("DROP TABLE t3", "ALTER TABLE t DETACH PARTITION t4", "CREATE TABLE late (LIKE t)",
                        "INSERT INTO late SELECT n, 1, 'late' FROM generate_series(8000, 8099) n",
                        "ALTER TABLE t ATTACH PARTITION late FOR VALUES FROM (8000) TO (9000)");
            }
            return null;
        };
        try (Connection connection = database.connection()) {
            new Backfill(BackfillFixture.task("t"), ConnectionSource.NONE, ProgressListener.NONE, List.of(duringTheFirst)).run(connection);
        }
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(3100);
        assertThat(BackfillFixture.wrong(database, "t")).isZero();
    }

    /** One that is detached is none of ours any more, whatever is done to it. One that is still a partition is filled under its other name. */
    @Test
    void theyMayGetOtherNamesMeanwhile(TestDatabase database) throws SQLException {
        table(database, 6);
        AtomicBoolean done = new AtomicBoolean();
        ThrottleCondition duringTheFirst = connection -> {
            if (!done.getAndSet(true)) {
                database.execute("CREATE SCHEMA archive", "ALTER TABLE t2 RENAME TO renamed", "ALTER TABLE t3 SET SCHEMA archive",
                        "ALTER TABLE t DETACH PARTITION t4", "ALTER TABLE t4 RENAME TO gone",
                        "ALTER TABLE t DETACH PARTITION t5", "ALTER TABLE t5 DROP COLUMN organization_id");
            }
            return null;
        };
        try (Connection connection = database.connection()) {
            new Backfill(BackfillFixture.task("t"), ConnectionSource.NONE, ProgressListener.NONE, List.of(duringTheFirst)).run(connection);
        }
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(4000);
        assertThat(BackfillFixture.wrong(database, "t")).isZero();
        assertThat(database.number("SELECT count(organization_id) FROM gone")).isZero();
    }

    @Test
    void aTableThatGetsAnotherNameIsMissed(TestDatabase database) throws SQLException {
        table(database, 2);
        AtomicBoolean done = new AtomicBoolean();
        ThrottleCondition duringTheFirst = connection -> {
            if (!done.getAndSet(true)) {
                database.execute("ALTER TABLE t RENAME TO renamed", "ALTER TABLE t1 RENAME TO renamed_1");
            }
            return null;
        };
        try (Connection connection = database.connection()) {
            assertThatThrownBy(() -> new Backfill(BackfillFixture.task("t"), ConnectionSource.NONE, ProgressListener.NONE, List.of(duringTheFirst)).run(connection))
                    .hasMessageContaining("There is no table t to fill");
        }
    }
}
