package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("A backfill that was killed is finished by the next run")
class KilledTest {

    /** Ends the backend that fills this very row. */
    private static void trap(TestDatabase database, int id) throws SQLException {
        database.execute("""
                CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END$$;
                CREATE TRIGGER trap BEFORE UPDATE ON connections FOR EACH ROW WHEN (NEW.id = %d) EXECUTE FUNCTION trap();
                """.formatted(id));
    }

    @Test
    void whatWasFilledStaysAndIsNotFilledAgain(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 30_000);
        trap(database, 26_000);

        assertThatThrownBy(() -> BackfillFixture.fill(database, BackfillFixture.task("connections"))).isInstanceOf(SQLException.class)
                .satisfies(failure -> assertThat(((SQLException) failure).getSQLState()).isEqualTo("57P01"));
        long filled = database.number("SELECT count(organization_id) FROM connections");
        assertThat(filled).isBetween(1L, 29_999L);
        database.execute("DROP TRIGGER trap ON connections");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.filled()).isEqualTo(30_000 - filled);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }

    @Test
    void aRunWithNothingToDoWritesNothing(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 5000);
        BackfillFixture.fill(database, BackfillFixture.task("connections"));
        String versions = database.string("SELECT md5(string_agg(ctid::text || xmin, '' ORDER BY id)) FROM connections");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.filled()).isZero();
        assertThat(result.batches()).isZero();
        assertThat(database.string("SELECT md5(string_agg(ctid::text || xmin, '' ORDER BY id)) FROM connections")).isEqualTo(versions);
    }

    @Test
    void aColumnThatMustNotBeEmptyIsNotEvenLookedAt(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 100);
        database.execute("ALTER TABLE connections DROP COLUMN organization_id",
                "ALTER TABLE connections ADD COLUMN organization_id integer NOT NULL DEFAULT 1");
        // A role that may not read the table would fail at the first look.
        Login stranger = database.asRole("stranger");

        assertThat(BackfillFixture.fill(stranger, BackfillFixture.task("connections")).filled()).isZero();
    }

    @Test
    void aWorkerThatDiesLeavesItsWindowToTheOthers(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 60_000);
        // The trap springs only for the second worker: the first one is the session that says so.
        database.execute("""
                CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END$$;
                CREATE TRIGGER trap BEFORE UPDATE ON connections FOR EACH ROW
                  WHEN (current_setting('orgscope.lead', true) IS NULL) EXECUTE FUNCTION trap();
                """);
        BackfillTask task = new BackfillTask(BackfillFixture.task("connections").table(), "organization_id",
                BackfillFixture.task("connections").value(), BackfillOptions.defaults().withWorkers(2));
        BackfillResult result;
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            statement.execute("SET orgscope.lead = 'yes'");
            result = new Backfill(task, database::connection, ProgressListener.NONE).run(connection);
        }

        assertThat(result.filled()).isEqualTo(60_000);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        assertThat(result.notices()).anyMatch(notice -> notice.contains("A worker stopped"));
    }
}
