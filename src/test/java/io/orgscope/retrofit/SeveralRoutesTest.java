package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row with several routes holds what they give, whichever of its parents move, and in whatever order. */
@PostgresTest
class SeveralRoutesTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: tasks
                  route: [ project_id -> projects.home, user_id -> users.home ]
                - table: reviews
                  route: [ { path: assignee_id -> users.home, when: NOT chosen }, creator_id -> users.home ]
                - table: notes
                  route: [ parent_id -> notes.organization_id, user_id -> users.home ]
                - table: logs
                  route: project_id -> projects.home
            """;

    @TempDir
    Path directory;

    private TestDatabase database;
    private Liquibases liquibase;

    @BeforeEach
    void expand(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2), (3, NULL);
                CREATE TABLE projects (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO projects VALUES (1, 3), (2, 3), (3, NULL);
                CREATE TABLE tasks (id int PRIMARY KEY, project_id int REFERENCES projects ON DELETE SET NULL, user_id int REFERENCES users);
                INSERT INTO tasks VALUES (1, 1, 2), (2, 3, 1);
                CREATE TABLE reviews (id int PRIMARY KEY, assignee_id int REFERENCES users, creator_id int REFERENCES users,
                  chosen boolean NOT NULL DEFAULT false);
                INSERT INTO reviews VALUES (1, 3, 1);
                CREATE TABLE notes (id int PRIMARY KEY, parent_id int REFERENCES notes ON DELETE SET NULL, user_id int REFERENCES users);
                INSERT INTO notes VALUES (1, NULL, 1), (2, 1, 2), (3, 2, NULL);
                CREATE TABLE logs (project_id int REFERENCES projects DEFERRABLE);
                CREATE INDEX ON logs (project_id);
                INSERT INTO logs VALUES (2)
                """);
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).labels("orgscope-expand");
        liquibase.update();
        assertThat(database.organizations("tasks")).isEqualTo("1=3 2=1");
    }

    private CompletableFuture<Void> inSession(String sql) {
        return CompletableFuture.runAsync(() -> {
            try {
                database.execute(sql);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Test
    void aParentThatIsDeletedLeavesItsRowsToTheNextRoute() throws SQLException {
        database.execute("DELETE FROM projects WHERE id = 1", "DELETE FROM notes WHERE id = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=2 2=1");
        assertThat(database.organizations("notes")).isEqualTo("2=2 3=2");
    }

    /** The table has a column that the side table has too, and a route names it. */
    @Test
    void oneStatementMovesTwoParentsOfARow() throws SQLException {
        database.execute("UPDATE users SET home = 4 WHERE id IN (1, 3)");
        assertThat(database.organizations("reviews")).isEqualTo("1=4");
    }

    @Test
    void aMoverSeesWhatTheOneThatItWaitedForHasChanged() throws Exception {
        database.execute("CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END'",
                "CREATE TRIGGER zzz_after_ours BEFORE UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION wait()");
        try (Connection gate = database.connection(); Statement statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1)");
            CompletableFuture<Void> first = inSession("UPDATE projects SET home = 3 WHERE id = 3");
            Waiting.untilBlocked(database, 1, first);
            statement.execute("BEGIN; UPDATE users SET home = 2 WHERE id = 1");
            statement.execute("SELECT pg_advisory_unlock(1)");
            Waiting.untilBlocked(database, 1, first);
            statement.execute("COMMIT");
            first.get();
        }
        assertThat(database.organizations("tasks")).isEqualTo("1=3 2=3");
    }

    @Test
    void aMoverThatChangedNoRowIsWaitedFor() throws Exception {
        try (Connection other = database.connection(); Statement statement = other.createStatement()) {
            statement.execute("BEGIN; UPDATE users SET home = 4 WHERE id = 2");
            CompletableFuture<Void> move = inSession("UPDATE projects SET home = NULL WHERE id = 1");
            Waiting.untilBlocked(database, 1, move);
            statement.execute("COMMIT");
            move.get();
        }
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
    void aMoverThatDoesNotSeeAnotherOneIsRefused(String level) throws SQLException {
        try (Connection mover = database.connection(); Statement statement = mover.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL " + level + "; SELECT FROM organizations");
            database.execute("UPDATE users SET home = 4 WHERE id = 2");
            assertThatThrownBy(() -> statement.execute("UPDATE projects SET home = NULL WHERE id = 1"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("40001"));
        }
        try (Connection mover = database.connection(); Statement statement = mover.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL " + level + "; SELECT FROM organizations");
            database.execute("UPDATE projects SET home = 4 WHERE id = 1");
            assertThatThrownBy(() -> statement.execute("UPDATE users SET home = 1 WHERE id = 2"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("40001"));
        }
    }

    /** The organization's row keeps the number of the last one that locked it. It hides the number of the one before. */
    @ParameterizedTest
    @ValueSource(strings = {"", "ROLLBACK"})
    void aThirdTransactionHidesNoRowFromAMoverWithASnapshot(String end) throws SQLException {
        try (Connection mover = database.connection(); Statement move = mover.createStatement();
                Connection third = database.connection(); Statement insert = third.createStatement()) {
            move.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM organizations");
            database.execute("INSERT INTO tasks VALUES (8, 1)");
            insert.execute("BEGIN; INSERT INTO tasks VALUES (9, 2); " + end);
            assertThatThrownBy(() -> move.execute("UPDATE projects SET home = 4 WHERE id = 1"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("40001"));
        }
    }

    @Test
    void savepointsOfItsOwnStopNoMover() throws SQLException {
        database.execute("""
                BEGIN ISOLATION LEVEL REPEATABLE READ;
                SAVEPOINT one;
                INSERT INTO tasks VALUES (8, 2);
                ROLLBACK TO one;
                UPDATE projects SET home = 4 WHERE id = 1;
                SAVEPOINT two;
                INSERT INTO tasks VALUES (9, 2);
                RELEASE two;
                UPDATE projects SET home = 4 WHERE id = 2;
                COMMIT
                """);
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=1 9=4");
    }

    @Test
    void aChoiceThatIsTakenBackIsForgotten() throws SQLException {
        database.execute("UPDATE tasks SET organization_id = 4 WHERE id = 1");
        assertThat(database.number("SELECT count(*) FROM orgscope.tasks")).isEqualTo(1);
        database.execute("UPDATE tasks SET organization_id = 3 WHERE id = 1");
        assertThat(database.number("SELECT count(*) FROM orgscope.tasks")).isZero();
        database.execute("UPDATE projects SET home = 4 WHERE id = 1", "UPDATE projects SET home = NULL WHERE id = 1",
                "UPDATE projects SET home = 1 WHERE id = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=1 2=1");
    }

    /** A choice is another organization than the routes give. */
    @Test
    void aChoiceThatTheRoutesComeToGiveIsForgotten() throws SQLException {
        database.execute("INSERT INTO notes VALUES (4, 3, 1)", "UPDATE notes SET organization_id = 4 WHERE id IN (2, 4)",
                "UPDATE tasks SET organization_id = 4 WHERE id IN (1, 2)");
        database.execute("UPDATE projects SET home = 4 WHERE id = 1", "UPDATE tasks SET project_id = 1 WHERE id = 2", "UPDATE users SET home = 4 WHERE id = 1");
        assertThat(database.number("SELECT count(*) FROM orgscope.tasks")).isZero();
        assertThat(database.number("SELECT count(*) FROM orgscope.notes")).isZero();
        database.execute("UPDATE projects SET home = 2 WHERE id = 1", "UPDATE users SET home = 2 WHERE id = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=2 2=2");
        assertThat(database.organizations("notes")).isEqualTo("1=2 2=2 3=2 4=2");
    }

    @Test
    void aChoiceStaysWhicheverParentMoves() throws SQLException {
        database.execute("UPDATE tasks SET organization_id = 4 WHERE id = 1", "UPDATE projects SET home = 2 WHERE id = 1",
                "UPDATE users SET home = 1 WHERE id = 2", "UPDATE projects SET home = NULL WHERE id = 1",
                "DELETE FROM projects WHERE id = 1", "UPDATE users SET home = 3 WHERE id = 2");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=1");
    }

    /** The side table still compares the columns from which the former routes started. */
    @Test
    void aChoiceStaysAfterTheRoutesHaveChanged() throws SQLException {
        database.execute("UPDATE tasks SET organization_id = 4 WHERE id = 1");
        liquibase.changelog("c.orgscope.yaml", DECLARATION.replace("projects.home, user_id -> users.home", "projects.home")).update();
        database.execute("UPDATE tasks SET user_id = 1 WHERE id = 1", "UPDATE projects SET home = 2 WHERE id = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=1");
    }

    /** The application may choose while step 10 is rolled back, after the choices were noted and before the triggers are there. */
    @Test
    void aChoiceWithoutANoteStaysAfterStepTenWasRolledBack() throws SQLException {
        Liquibases whole = liquibase.labels("orgscope-expand or orgscope-contract");
        whole.update();
        database.execute("UPDATE tasks SET organization_id = 4 WHERE id = 1");
        whole.rollbackCount((int) database.number("SELECT count(*) FROM databasechangelog WHERE labels = 'orgscope-contract'"));
        assertThat(database.number("SELECT count(*) FROM orgscope.tasks")).isEqualTo(1);
        database.execute("DELETE FROM orgscope.tasks", "UPDATE projects SET home = 2 WHERE id = 1", "UPDATE projects SET home = 2 WHERE id = 3");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=2");

        liquibase.labels("orgscope-expand").changelog("c.orgscope.yaml", DECLARATION.replace("projects.home, user_id -> users.home", "projects.home")).update();
        database.execute("UPDATE projects SET home = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=1");
    }

    /** The key of the row that is gone belongs to another row when the trigger runs. */
    @Test
    void aParentIsDeletedAndInsertedAgainInOneStatement() throws SQLException {
        database.execute("WITH d AS (DELETE FROM projects WHERE id = 2 RETURNING id) INSERT INTO projects SELECT id, 4 FROM d");
        assertThat(database.strings("SELECT project_id || '=' || organization_id FROM logs ORDER BY 1")).containsExactly("2=4");
    }
}
