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
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code moves: refuse}, of two moves that together give a row another organization one is refused. */
@PostgresTest
class RefusedMovesTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: tasks
                  route: [ project_id -> projects.home, user_id -> users.home ]
                  moves: refuse
            """;

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void expand(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (2, 3);
                CREATE TABLE projects (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO projects VALUES (1, 3);
                CREATE TABLE tasks (id int PRIMARY KEY, project_id int REFERENCES projects, user_id int REFERENCES users);
                INSERT INTO tasks VALUES (1, 1, 2)
                """);
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).labels("orgscope-expand").update();
    }

    /** Each move alone is allowed: the other parent of the row still gives what it holds. */
    @ParameterizedTest
    @CsvSource({"UPDATE projects SET home = NULL, UPDATE users SET home = 1", "UPDATE users SET home = 1, UPDATE projects SET home = NULL"})
    void theSecondOfTwoMovesSeesTheFirst(String first, String second) throws Exception {
        try (Connection mover = database.connection(); Statement statement = mover.createStatement()) {
            statement.execute("BEGIN; " + first);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                try {
                    database.execute(second);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed.getSQLState());
                }
            });
            Waiting.untilBlocked(database, 1, other);
            statement.execute("COMMIT");
            assertThatThrownBy(other::join).hasMessageContaining("23001");
        }
        assertThat(database.flag("SELECT t.organization_id = coalesce(p.home, u.home) FROM tasks t JOIN projects p ON p.id = project_id JOIN users u ON u.id = user_id"))
                .isTrue();
    }

    @Test
    void aChoiceThatTheRoutesComeToGiveIsForgotten() throws SQLException {
        database.execute("UPDATE tasks SET organization_id = 4", "UPDATE projects SET home = 2", "UPDATE projects SET home = 4");
        assertThat(database.number("SELECT count(*) FROM orgscope.tasks")).isZero();
        assertThatThrownBy(() -> database.execute("UPDATE projects SET home = 2")).isInstanceOfSatisfying(SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
    }

    /** Rows below a row of the same table refuse its move too. A row that has no organization yet takes those below it along. */
    @Test
    void rowsBelowARowOfTheSameTable(@TempDir Path other) throws SQLException {
        database.execute("CREATE TABLE notes (id int PRIMARY KEY, parent_id int REFERENCES notes, user_id int REFERENCES users)",
                "INSERT INTO users VALUES (3, 1), (4, NULL)", "INSERT INTO notes VALUES (1, NULL, 2), (2, 1, NULL), (3, 2, NULL), (4, NULL, 4), (5, 4, NULL)");
        Liquibases notes = Liquibases.on(database).in(other).changelog("n.orgscope.yaml", DECLARATION.replace("tasks", "notes")
                .replace("project_id -> projects.home", "parent_id -> notes.organization_id")).labels("orgscope-expand");
        assertThatThrownBy(notes::update).hasStackTraceContaining("id=4");
        database.execute("UPDATE users SET home = 4 WHERE id = 4");
        notes.update();
        assertThatThrownBy(() -> database.execute("UPDATE notes SET user_id = 3 WHERE id = 1")).isInstanceOfSatisfying(SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
        assertThatThrownBy(() -> database.execute("UPDATE notes SET parent_id = 5 WHERE id = 2")).hasMessageContaining("moves: refuse");
        database.execute("UPDATE notes SET organization_id = 1 WHERE id = 3", "UPDATE notes SET parent_id = 5 WHERE id = 2");
        assertThat(database.organizations("notes")).isEqualTo("1=3 2=4 3=1 4=4 5=4");
        database.execute("ALTER TABLE notes ALTER organization_id DROP NOT NULL", "SET session_replication_role = replica; UPDATE notes SET organization_id = NULL"
                + " WHERE id IN (4, 5); RESET session_replication_role", "UPDATE notes SET user_id = 3 WHERE id = 4");
        assertThat(database.organizations("notes")).isEqualTo("1=3 2=1 3=1 4=1 5=1");
    }
}
