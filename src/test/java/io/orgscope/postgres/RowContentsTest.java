package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL tells the columns of a row that fails. Neither a message nor a stack trace of ours shows them. */
@PostgresTest
class RowContentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO notes VALUES (NULL, 'hidden')", "INSERT INTO notes VALUES (2, 'hidden')", "INSERT INTO notes VALUES (1, 'secret')",
        "INSERT INTO notes SELECT 1, t.v FROM (VALUES ('secret')) AS t(v)", "INSERT INTO answers VALUES ('hidden')", "SELECT '{hidden'::json"})
    void areNotInAFailure(String statement, TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE notes (id int NOT NULL CHECK (id < 2), body text UNIQUE); INSERT INTO notes VALUES (0, 'secret')",
                "CREATE TABLE answers (body text REFERENCES notes (body))");
        try (Connection connection = database.connection()) {
            Throwable failed = catchThrowable(() -> Sql.execute(connection, statement));
            assertThat(failed).isInstanceOf(SQLException.class);
            assertThat(((SQLException) failed).getSQLState()).matches("2[23]...");
            assertThat(failed.getMessage()).doesNotContain("\n", "secret", "hidden").startsWith("ERROR: ");
            assertThat(failed.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void theFunctionIsShown(TestDatabase database) throws SQLException {
        database.execute("CREATE FUNCTION audit(note text) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN note::int; END'");
        try (Connection connection = database.connection()) {
            assertThat(catchThrowable(() -> Sql.execute(connection, "SELECT audit('1x')"))).hasMessageEndingWith("(PL/pgSQL function audit(text) line 1)");
        }
    }

    @Test
    void otherFailuresKeepTheirDetail(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            assertThat(catchThrowable(() -> Sql.execute(connection, "SELECT nothing"))).hasMessageContaining("Position");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 3000})
    void areNotInTheMessageOfABackfill(int rows, TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, token text, edits int DEFAULT 0 CHECK (edits = 0));
                INSERT INTO organizations VALUES (1);
                INSERT INTO users VALUES (1, 1);
                CREATE FUNCTION edited() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.edits := 1; RETURN NEW; END';
                CREATE TRIGGER edited BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION edited();
                """, "INSERT INTO posts SELECT n, 1, 'secret ' || repeat('x', 90) FROM generate_series(1, " + rows + ") n");
        Throwable failed = catchThrowable(Liquibases.on(database).in(directory).changelog("c.orgscope.yaml",
                "orgscope:\n  version: 1\n  tables:\n    - { table: posts, route: user_id -> users.organization_id }\n")::update);
        StringWriter trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        assertThat(failed).hasMessageContainingAll("posts_edits_check", "(SQLSTATE 23514)");
        assertThat(trace.toString()).doesNotContain("secret").doesNotContain("Failing row");
    }
}
