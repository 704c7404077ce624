package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("Several workers fill one table")
class WorkersTest {

    private static BackfillTask task() {
        return BackfillFixture.task(BackfillFixture.task("connections").table(), BackfillOptions.defaults().withWorkers(2));
    }

    @Test
    void eachRowOnceAndBothOfThemWork(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 60_000);
        database.execute("CREATE TABLE seen (pid integer)", """
                CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN INSERT INTO public.seen VALUES (pg_backend_pid()); RETURN NEW; END$$;
                CREATE TRIGGER see BEFORE UPDATE ON connections FOR EACH ROW WHEN (NEW.id % 100 = 0) EXECUTE FUNCTION see()""");

        BackfillResult result = BackfillFixture.fill(database, task());

        assertThat(result.filled()).isEqualTo(60_000);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        assertThat(database.number("SELECT count(DISTINCT pid) FROM seen")).isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM seen")).isEqualTo(600);
    }

    @Test
    void withoutAFurtherConnectionTheFirstOneDoesIt(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 2000);
        BackfillResult result;
        try (Connection connection = database.connection()) {
            result = new Backfill(task(), () -> {
                throw new SQLException("too many connections");
            }, ProgressListener.NONE).run(connection);
        }

        assertThat(result.filled()).isEqualTo(2000);
        assertThat(result.notices()).singleElement().asString().contains("continues with 1 of 2 workers").contains("too many connections");
    }

    @Test
    void noneOfThemIsLeftBehind(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 2000);
        try (Connection connection = database.connection()) {
            new Backfill(task(), database::connection, ProgressListener.NONE).run(connection);

            // A backend whose connection was closed takes a moment to go.
            Waiting.until("the workers are gone", () -> database.number("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'orgscope%'"
                    + " AND datname = current_database()") == 0);
        }
    }
}
