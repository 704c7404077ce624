package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("The caller's connection comes back as it was")
class SessionTest {

    @Test
    void everySettingHasTheValueAndTheSourceThatItHad(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 1000);
        try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '7s'");
            statement.execute("SET application_name = 'nightly job'");
            Map<String, String> before = settings(statement);

            new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, ProgressListener.NONE).run(connection);

            assertThat(settings(statement)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void alsoWhenTheBackfillFails(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 1000);
        database.execute("ALTER TABLE connections ADD CHECK (organization_id < 3)");
        try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
            Map<String, String> before = settings(statement);

            assertThatThrownBy(() -> new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, ProgressListener.NONE)
                    .run(connection)).isInstanceOf(SQLException.class).hasMessageContaining("connections_organization_id_check");

            assertThat(settings(statement)).isEqualTo(before);
        }
    }

    /** A service that is shut down interrupts its migration, and gives the connection back to its pool. */
    @Test
    void alsoWhenTheThreadIsInterrupted(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 20_000);
        try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
            Map<String, String> before = settings(statement);
            Backfill backfill = new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, progress -> Thread.currentThread().interrupt());

            assertThatThrownBy(() -> backfill.run(connection)).isInstanceOf(OrgScopeException.class).hasMessageContaining("The backfill was interrupted");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(settings(statement)).isEqualTo(before);
            assertThat(Sql.first(connection, "", "SELECT current_setting('orgscope.filling', true)", row -> row.getString(1))).isEmpty();
        }
    }

    @Test
    void whileItRunsTheServerShowsWhatItDoes(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 20_000);
        database.execute("CREATE TABLE seen (name text, commit text, flush text, parallel text)", """
                CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO public.seen VALUES (current_setting('application_name'), current_setting('synchronous_commit'),
                    current_setting('backend_flush_after'), current_setting('max_parallel_workers_per_gather'));
                  RETURN NEW;
                END $$;
                CREATE TRIGGER see BEFORE UPDATE ON connections FOR EACH ROW WHEN (NEW.id = 19000) EXECUTE FUNCTION see()""");

        try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, ProgressListener.NONE).run(connection);
        }

        assertThat(database.string("SELECT name FROM seen")).matches("orgscope backfill connections \\d+%");
        assertThat(database.string("SELECT commit FROM seen")).isEqualTo("off");
        assertThat(database.string("SELECT parallel FROM seen")).isEqualTo("0");
        assertThat(database.string("SELECT flush FROM seen")).isEqualTo(
                database.number("SELECT max_val::int FROM pg_settings WHERE name = 'backend_flush_after'") == 0 ? "0" : "128kB");
    }

    @Test
    void aConnectionInATransactionIsRefused(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 10);
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);

            assertThatThrownBy(() -> new Backfill(BackfillFixture.task("connections"), ConnectionSource.NONE, ProgressListener.NONE)
                    .run(connection)).isInstanceOf(IllegalStateException.class).hasMessageContaining("runInTransaction: false");
        }
    }

    @Test
    void aTableOrColumnThatIsNotThereIsNamed(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 10);
        database.execute("ALTER TABLE connections DROP COLUMN organization_id", "CREATE VIEW shown AS SELECT 1 AS organization_id");

        assertThatThrownBy(() -> BackfillFixture.fill(database, BackfillFixture.task("connections"))).isInstanceOf(OrgScopeException.class)
                .hasMessageContaining("no column organization_id in connections");
        assertThatThrownBy(() -> BackfillFixture.fill(database, BackfillFixture.task("conections"))).isInstanceOf(OrgScopeException.class)
                .hasMessageContaining("no table conections");
        assertThatThrownBy(() -> BackfillFixture.fill(database, BackfillFixture.task(new TableName("public", "shown"), BackfillOptions.defaults())))
                .isInstanceOf(OrgScopeException.class).hasMessageContaining("no ordinary table");
    }

    private static Map<String, String> settings(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT name, setting || ' ' || source FROM pg_settings")) {
            Map<String, String> settings = new TreeMap<>();
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
            return settings;
        }
    }
}
