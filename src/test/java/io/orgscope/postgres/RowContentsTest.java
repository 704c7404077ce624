package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

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

    private static SQLException ofServer(String detail, String where) {
        return new PSQLException(new ServerErrorMessage("SFEHLER\0VERROR\0C23505\0Mdoppelt\0" + (detail == null ? "" : "D" + detail + "\0")
                + (where == null ? "" : "W" + where + "\0")));
    }

    /** As PostgreSQL's translations have them. */
    @ParameterizedTest
    @ValueSource(strings = {"PL/pgSQL function audit(text) line 1 at RETURN", "PL/pgSQL-Funktion audit(text) Zeile 1 bei RETURN",
        "fonction PL/pgSQL audit(text), ligne 1 à RETURN", "PL/pgSQL関数audit(text)の1行目 - RETURN", "audit(text) PL/pgSQL fonksiyonu, 1. satır, RETURN içinde",
        "PL/pgSQL function audit(text) during function entry", "SQL-Anweisung »INSERT INTO secrets VALUES ('secret')«\nPL/pgSQL-Funktion audit(text) Zeile 1 bei SQL-Anweisung",
        "SQL-Funktion »audit« Anweisung 1", "PL/Python-Funktion »audit«"})
    void aFunctionIsRecognizedInEveryLanguage(String where) {
        SQLException failed = ofServer("Schlüssel »(body)=(secret)« existiert bereits.", where);
        assertThat(RowContents.inFunction(failed)).isTrue();
        assertThat(RowContents.removed(failed).getMessage()).startsWith("FEHLER: doppelt").doesNotContain("secret");
    }

    @Test
    void theFunctionIsShownInTheLanguageOfTheServer() {
        assertThat(RowContents.removed(ofServer("hidden", "PL/pgSQL-Funktion audit(text) Zeile 1 bei RETURN\nfonction PL/pgSQL notes.\"My f\"(bigint), ligne 12 à RETURN")).getMessage())
                .isEqualTo("FEHLER: doppelt (PL/pgSQL-Funktion audit(text) Zeile 1, PL/pgSQL notes.\"My f\"(bigint), ligne 12)");
    }

    /** A row may have such a text in it. */
    @Test
    void theDetailIsNotTheContext() {
        SQLException failed = ofServer("Key (body)=(PL/pgSQL function secret() line 1) already exists.", null);
        assertThat(RowContents.inFunction(failed)).isFalse();
        assertThat(RowContents.removed(failed).getMessage()).isEqualTo("FEHLER: doppelt");
    }

    /** The driver can be told to leave the context out of its message. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&logServerErrorDetail=false"})
    void aFunctionIsKnownFromTheError(String property, TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE notes (id int PRIMARY KEY, parent int UNIQUE REFERENCES notes ON UPDATE CASCADE); INSERT INTO notes VALUES (1, NULL), (2, 1)",
                "CREATE FUNCTION audit() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO notes VALUES (1); RETURN 1; END'",
                "CREATE FUNCTION copied() RETURNS int LANGUAGE sql AS 'INSERT INTO notes VALUES (1); SELECT 1'",
                "CREATE TABLE more (id int PRIMARY KEY REFERENCES notes (parent) ON UPDATE CASCADE CHECK (id < 3)); INSERT INTO more VALUES (1)");
        try (Connection connection = DriverManager.getConnection(database.url() + property); Statement statement = connection.createStatement()) {
            for (String sql : List.of("SELECT audit()", "SELECT copied()")) {
                assertThat(RowContents.inFunction(failure(statement, sql))).as(sql).isTrue();
            }
            for (String sql : List.of("INSERT INTO notes VALUES (1)", "UPDATE notes SET id = 3 WHERE id = 1", "DELETE FROM notes WHERE id = 1")) {
                assertThat(RowContents.inFunction(failure(statement, sql))).as(sql + ": a constraint, or the action of a foreign key").isFalse();
            }
        }
    }

    /** A session may have its parameters logged. Then the server writes them below the context. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "5"})
    void theParametersOfAStatementAreNoFunction(String logged, TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE notes (id int PRIMARY KEY, body text, parent int UNIQUE REFERENCES notes ON UPDATE CASCADE CHECK (parent < 3)); INSERT INTO notes VALUES (1, '', NULL), (2, '', 1)",
                "CREATE FUNCTION audit(body text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'INSERT INTO notes SELECT 1, $1 WHERE $1 = $1' USING body; RETURN 1; END $$",
                "CREATE FUNCTION copied(body text) RETURNS int LANGUAGE sql AS 'INSERT INTO notes SELECT 1, $1 WHERE $1 = $1; SELECT 1'");
        try (Connection connection = database.connection()) {
            Sql.execute(connection, "SET log_parameter_max_length_on_error = " + logged);
            for (String value : List.of("it's", "'\n $1 = 'PL/pgSQL function secret() line 1", "', $2 = 'secret'\n")) {
                for (String sql : List.of("INSERT INTO notes VALUES (1, ?)", "UPDATE notes SET id = 3 WHERE id = 1 AND ? <> ''")) {
                    SQLException failed = failure(connection, sql, value);
                    assertThat(RowContents.inFunction(failed)).as(sql).isFalse();
                    assertThat(RowContents.removed(failed).getMessage()).doesNotContain("secret", "PL/pgSQL");
                }
                for (String sql : List.of("SELECT audit(?)", "SELECT copied(?)")) {
                    assertThat(RowContents.inFunction(failure(connection, sql, value))).as(sql).isTrue();
                }
            }
        }
    }

    private static SQLException failure(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            SQLException failed = catchThrowableOfType(SQLException.class, statement::execute);
            assertThat(failed.getSQLState()).startsWith("23");
            return failed;
        }
    }

    private static SQLException failure(Statement statement, String sql) {
        SQLException failed = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        assertThat(failed.getSQLState()).startsWith("23");
        return failed;
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
