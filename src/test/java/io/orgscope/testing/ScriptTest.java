package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT 'a;b'",
        "SELECT 'it''s; fine'",
        "SELECT E'it\\'s; fine'",
        "SELECT \"a;b\" FROM t",
        "DO $$ BEGIN PERFORM 1; COMMIT; END $$",
        "DO $body$ BEGIN PERFORM $$;$$; END $body$",
        "SELECT 1 /* a; /* nested; */ b; */ + 1",
        "SELECT 1 -- a; b\n + 1",
        "CREATE RULE r AS ON DELETE TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
        "SELECT '{\"a\": 1}'::jsonb ? 'a'",
    })
    void keepsAStatementTogether(String statement) throws SQLException {
        assertThat(Script.statements(statement + ";\n SELECT 2;\n")).containsExactly(statement, "SELECT 2");
    }

    @Test
    void hasNothingToRunInAnEmptyScript() throws SQLException {
        assertThat(Script.statements("")).isEmpty();
        assertThat(Script.statements(" ;\n; ")).isEmpty();
    }

    @Test
    @PostgresTest
    void runsWhatIsNotAllowedInATransaction(TestDatabase database) throws SQLException {
        Script.run(database, """
                -- *********************************************************************
                -- Update Database Script
                -- *********************************************************************
                CREATE TABLE t (id int, note text DEFAULT ';');
                INSERT INTO t SELECT generate_series(1, 10);
                DO $$ BEGIN
                  FOR i IN 1..10 LOOP UPDATE t SET note = 'x' WHERE id = i; COMMIT; END LOOP;
                END $$;
                CREATE INDEX CONCURRENTLY t_id ON t (id);
                VACUUM t;
                BEGIN;
                DELETE FROM t;
                ROLLBACK;
                -- the end
                """);
        assertThat(database.number("SELECT count(*) FROM t WHERE note = 'x'")).isEqualTo(10);
        assertThat(database.number("SELECT count(DISTINCT xmin::text) FROM t")).isEqualTo(10);
    }

    @Test
    @PostgresTest
    void stopsAtTheFirstErrorAndNamesTheStatement(TestDatabase database) throws SQLException {
        assertThatThrownBy(() -> Script.run(database, "CREATE TABLE a (); SELECT 1 / 0; CREATE TABLE b ();"))
                .isInstanceOf(SQLException.class).hasMessageContaining("in: SELECT 1 / 0")
                .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("22012");
        assertThat(database.rows("SELECT to_regclass('a'), to_regclass('b')")).containsExactly(java.util.Arrays.asList("a", null));
    }

    @Test
    @PostgresTest
    void wantsAutocommit(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> Script.run(connection, "SELECT 1")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
