package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgresTest
@DisplayName("A session with the settings of a migration")
class MigrationSessionTest {

    private static final TableName TABLE = new TableName("public", "t");
    /** All of them, because nothing else may change either. */
    private static final String SETTINGS = "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings";
    private static final String OF_A_MIGRATION = """
            SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN
              ('statement_timeout', 'lock_timeout', 'default_transaction_isolation', 'idle_in_transaction_session_timeout', 'idle_session_timeout',
               'transaction_timeout', 'row_security',
               'max_parallel_maintenance_workers', 'max_parallel_workers_per_gather', 'synchronous_commit', 'work_mem')
            """;

    @BeforeEach
    void table(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id int PRIMARY KEY)");
    }

    @Test
    void readsTheCatalogAndRestoresWithTheLastStatements(TestDatabase database) throws SQLException {
        try (Connection connection = connection(database)) {
            String before = settings(connection);

            MigrationSession.run(connection, List.of(TABLE), (session, catalog) -> {
                assertThat(catalog.find(TABLE)).isPresent();
                assertThat(settings(connection, OF_A_MIGRATION)).isEqualTo("default_transaction_isolation=read committed idle_in_transaction_session_timeout=0"
                        + " idle_session_timeout=0"
                        + " lock_timeout=0 max_parallel_maintenance_workers=0 max_parallel_workers_per_gather=0 row_security=off"
                        + " statement_timeout=0 synchronous_commit=off" + (later() ? " transaction_timeout=0" : "") + " work_mem=65536");
                new LockRetry(connection, LockPolicy.DEFAULT).run(List.of(TABLE), null, List.of("ALTER TABLE t ADD a int"), session.restoring());
                session.restored();
                assertThat(settings(connection)).isEqualTo(before);
                Sql.execute(connection, "SET lock_timeout = 4321");
                return null;
            });

            assertThat(settings(connection)).as("they were not restored once more").contains(" lock_timeout=4321 ");
        }
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'a'")).isOne();
    }

    /** {@code socketTimeout} in the URL: a build of an index says nothing for longer than any such time. */
    @Test
    void theDriverWaitsForAnAnswerWithoutALimit(TestDatabase database) throws SQLException {
        try (Connection connection = connection(database)) {
            connection.setNetworkTimeout(Runnable::run, 30_000);
            int during = MigrationSession.run(connection, connection::getNetworkTimeout);
            assertThat(during).isZero();
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        }
    }

    @Test
    void restoresNothingBeforeTheLockIsFree(TestDatabase database) throws SQLException {
        try (Connection connection = connection(database); Connection other = database.connection()) {
            String before = settings(connection);
            other.setAutoCommit(false);
            LockPolicy once = new LockPolicy(Duration.ofMillis(1), Duration.ofMillis(1));

            assertThatThrownBy(() -> MigrationSession.run(connection, List.of(TABLE), (session, catalog) -> {
                other.createStatement().execute("LOCK TABLE t IN SHARE MODE");
                assertThatThrownBy(() -> new LockRetry(connection, once).run(List.of(TABLE), null, List.of("ALTER TABLE t ADD a int"), session.restoring()))
                        .hasMessageContaining("Could not lock");
                assertThat(settings(connection)).contains("row_security=off");
                throw new OrgScopeException("stopped");
            })).hasMessage("stopped");

            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"4MB, 16MB, 16MB", "32MB, 16MB, 32MB", "4MB, 1GB, 64MB", "1GB, 2GB, 1GB", "4MB, 1MB, 4MB"})
    void usesTheMemoryOfMaintenance(String before, String maintenance, String within, TestDatabase database) throws SQLException {
        try (Connection connection = connection(database)) {
            Sql.execute(connection, "SET work_mem = '" + before + "'; SET maintenance_work_mem = '" + maintenance + "'");

            MigrationSession.run(connection, () -> {
                assertThat(settings(connection, "SHOW work_mem")).isEqualTo(within);
                return null;
            });

            assertThat(settings(connection, "SHOW work_mem")).isEqualTo(before);
        }
    }

    /** Citus has settings of its own as soon as it is loaded. A setting with the same name stands for them here. */
    @Test
    void commitsAsBeforeWhereCitusIsLoaded(TestDatabase database) throws SQLException {
        try (Connection connection = connection(database)) {
            Sql.execute(connection, "SET citus.use_secondary_nodes = never");

            MigrationSession.run(connection, () -> {
                assertThat(settings(connection)).contains("synchronous_commit=on ");
                return null;
            });

            assertThat(settings(connection)).contains("synchronous_commit=on ");
        }
    }

    @Test
    void aTransactionThatOnlyReadsHasItsOwnTimeoutAndOneProcess(TestDatabase database) throws SQLException {
        try (Connection connection = connection(database)) {
            String before = settings(connection);

            String within = Transaction.run(connection, () -> {
                Sql.execute(connection, MigrationSession.readOnly(Duration.ofSeconds(17)));
                assertThatThrownBy(() -> Sql.execute(connection, "INSERT INTO t VALUES (1)")).hasMessageContaining("read-only");
                connection.rollback();
                Sql.execute(connection, MigrationSession.readOnly(Duration.ofSeconds(17)));
                return settings(connection, OF_A_MIGRATION);
            });

            assertThat(within).contains("max_parallel_workers_per_gather=0 row_security=off statement_timeout=17000").endsWith(" work_mem=65536");
            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    private static Connection connection(TestDatabase database) throws SQLException {
        Connection connection = database.connection();
        Sql.execute(connection, "SET statement_timeout = 60000; SET lock_timeout = 7000; SET idle_in_transaction_session_timeout = 80000; SET synchronous_commit = on; SET default_transaction_isolation = 'repeatable read'"
                + (later() ? "; SET transaction_timeout = 90000" : ""));
        return connection;
    }

    /** Whether the server has the timeout of transactions. */
    private static boolean later() {
        return Postgres.major() >= 17;
    }

    private static String settings(Connection connection) throws SQLException {
        return settings(connection, SETTINGS);
    }

    private static String settings(Connection connection, String query) throws SQLException {
        return Sql.first(connection, null, query, row -> row.getString(1));
    }
}
