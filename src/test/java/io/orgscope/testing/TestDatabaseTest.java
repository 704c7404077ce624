package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
class TestDatabaseTest {

    private TestDatabase fromSetUp;

    @BeforeEach
    void remember(TestDatabase database) {
        fromSetUp = database;
    }

    @Test
    void runsOnTheVersionThatTheBuildChose(TestDatabase database) throws SQLException {
        assertThat(database.number("SELECT current_setting('server_version_num')::int / 10000")).isEqualTo(Postgres.major());
    }

    @Test
    void hasTheSettings(TestDatabase database) throws SQLException {
        for (var setting : Postgres.SETTINGS.entrySet()) {
            assertThat(database.string("SELECT current_setting(?)", setting.getKey())).isEqualToIgnoringCase(setting.getValue());
        }
    }

    @Test
    void isTheSameForSetUpAndTest(TestDatabase database) {
        assertThat(database).isSameAs(fromSetUp);
    }

    @Test
    void isEmptyAndAnotherForEveryCaller(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE mine ()");
        try (TestDatabase other = TestDatabase.create()) {
            assertThat(other.name()).isNotEqualTo(database.name());
            assertThat(other.strings("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).isEmpty();
        }
    }

    @Test
    void isCopiedAsItIsNow(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        owner.execute("CREATE TABLE mine (id int)", "INSERT INTO mine VALUES (1)");
        try (TestDatabase copy = database.copy()) {
            copy.execute("INSERT INTO mine VALUES (2)");
            assertThat(copy.longs("SELECT id FROM mine ORDER BY id")).containsExactly(1L, 2L);
            assertThat(database.longs("SELECT id FROM mine")).containsExactly(1L);
        }
    }

    @Test
    void isDroppedWithItsRolesUnderTheFeetOfOpenConnections(TestDatabase database) throws SQLException {
        TestDatabase other = TestDatabase.create();
        Login owner = other.asOwner("short_lived");
        owner.execute("CREATE TABLE mine ()");
        try (Connection open = owner.connection()) {
            other.close();
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(database.longs("SELECT 1 FROM pg_database WHERE datname = ?", other.name())).isEmpty();
        assertThat(database.longs("SELECT 1 FROM pg_roles WHERE rolname = 'short_lived'")).isEmpty();
    }

    @Test
    void queriesWithParameters(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id bigint, name text)", "INSERT INTO t VALUES (1, 'one'), (2, NULL)");
        assertThat(database.rows("SELECT id, name FROM t ORDER BY id")).containsExactly(List.of("1", "one"), asRow("2", null));
        assertThat(database.longs("SELECT id FROM t WHERE id > ?", 1)).containsExactly(2L);
        assertThat(database.update("UPDATE t SET name = ?", "x")).isEqualTo(2);
        assertThat(database.strings("SELECT DISTINCT name FROM t")).containsExactly("x");
        assertThat(database.flag("SELECT count(*) = 2 FROM t")).isTrue();
    }

    @Test
    void insistsOnOneRowForASingleValue(TestDatabase database) {
        assertThatThrownBy(() -> database.number("SELECT generate_series(1, 2)"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("not 2");
    }

    @Test
    void leavesNothingOfOneCallToTheNext(TestDatabase database) throws SQLException {
        database.execute("SET statement_timeout = '5s'", "CREATE TEMP TABLE scratch ()");
        assertThat(database.string("SHOW statement_timeout")).isEqualTo("0");
        assertThat(database.string("SELECT to_regclass('pg_temp.scratch')")).isNull();
    }

    @Test
    void survivesTheEndOfItsBackends(TestDatabase database) throws SQLException {
        database.number("SELECT 1");
        try (Connection another = database.connection()) {
            another.createStatement().execute("""
                    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
        }
        assertThat(database.number("SELECT 1")).isEqualTo(1);
    }

    @Test
    void givesRolesWithoutPowers(TestDatabase database) throws SQLException {
        Login role = database.asRole("app");
        assertThat(role.string("SELECT current_user")).isEqualTo("app");
        assertThat(role.flag("""
                SELECT NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
                FROM pg_roles WHERE rolname = current_user
                """)).isTrue();
        database.execute("CREATE TABLE secret (id int)");
        assertThatThrownBy(() -> role.rows("SELECT * FROM secret")).isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThat(database.asRole("app")).isSameAs(role);
    }

    @Test
    void givesOwnersOfSchemaPublic(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("migrator");
        owner.execute("CREATE TABLE t (id int)", "CREATE SCHEMA side");
        assertThat(owner.string("SELECT relowner::regrole FROM pg_class WHERE oid = 't'::regclass")).isEqualTo("migrator");
    }

    @Test
    void givesUrlsThatNeedNoCredentials(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.asRole("app").url())) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("app");
        }
    }

    private static List<String> asRow(String... values) {
        return java.util.Arrays.asList(values);
    }
}
