package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row is written before the row that its route leads to. At the end of the statement it has the organization that its routes give then. */
@PostgresTest
class LateParentsTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: notes
                  route: [ parent_id -> notes.organization_id, user_id -> users.home ]
                - table: replies
                  route: [ parent_id -> replies.organization_id, user_id -> users.home ]
                - table: remarks
                  route: [ parent_id -> remarks.organization_id, user_id -> users.home ]
                - table: tasks
                  route: [ project_id -> projects.home, user_id -> users.home ]
                - table: comments
                  route: [ task_id -> tasks.project_id -> projects.home, user_id -> users.home ]
                - table: events
                  route: [ project_id -> projects.home, user_id -> users.home ]
                - table: parts
                  route: [ project_id -> projects.home, user_id -> users.home ]
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
                INSERT INTO users VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE projects (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO projects VALUES (1, 1);
                CREATE TABLE notes (id int PRIMARY KEY, parent_id int REFERENCES notes, user_id int REFERENCES users);
                CREATE TABLE replies (id int PRIMARY KEY, parent_id int, user_id int REFERENCES users);
                CREATE INDEX ON replies (parent_id);
                CREATE TABLE remarks (id int PRIMARY KEY, parent_id int REFERENCES remarks DEFERRABLE INITIALLY DEFERRED, user_id int REFERENCES users);
                CREATE INDEX ON remarks (parent_id);
                CREATE TABLE tasks (id int PRIMARY KEY, project_id int REFERENCES projects, user_id int REFERENCES users, note text);
                INSERT INTO tasks VALUES (1, 1, 2);
                CREATE TABLE comments (id int PRIMARY KEY, task_id int REFERENCES tasks, user_id int REFERENCES users);
                CREATE TABLE events (id int, project_id int REFERENCES projects, user_id int REFERENCES users);
                CREATE TABLE parts (id int, region text, project_id int REFERENCES projects, user_id int REFERENCES users, PRIMARY KEY (id, region))
                  PARTITION BY LIST (region);
                CREATE TABLE parts_eu PARTITION OF parts FOR VALUES IN ('eu');
                CREATE TABLE parts_others PARTITION OF parts DEFAULT;
                INSERT INTO parts VALUES (1, 'eu', 1, 2)
                """);
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).labels("orgscope-expand");
        liquibase.update();
    }

    private void assertNoNotes() throws SQLException {
        for (String table : new String[] {"notes", "replies", "remarks", "tasks", "comments", "parts"}) {
            assertThat(database.number("SELECT count(*) FROM orgscope." + table)).as(table).isZero();
        }
    }

    @Test
    void aTreeInAnyOrder() throws SQLException {
        database.execute("INSERT INTO notes (id, parent_id, user_id) VALUES (104, 103, 3), (103, 102, 3), (102, 101, 2), (101, NULL, 1), (105, 102, 3)");
        assertThat(database.organizations("notes")).isEqualTo("101=1 102=1 103=1 104=1 105=1");
        assertNoNotes();
        database.execute("UPDATE users SET home = 4 WHERE id = 1");
        assertThat(database.organizations("notes")).isEqualTo("101=4 102=4 103=4 104=4 105=4");
        liquibase.labels("orgscope-expand or orgscope-contract").update();
    }

    /** The function of ours that updates the row has a search_path of its own. */
    @Test
    void aTriggerOfTheUserFindsItsNames() throws SQLException {
        liquibase.rollbackAll();
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", "CREATE TABLE audit (note int)", """
                CREATE FUNCTION log_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit VALUES (NEW.id); RETURN NULL; END $$;
                CREATE TRIGGER log_note AFTER UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION log_note();
                CREATE TRIGGER log_note AFTER UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION log_note()""");
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION.replace("version: 1", "version: 1\n  moves: refuse"))
                .labels("orgscope-expand").update();

        database.execute("TRUNCATE audit", "INSERT INTO notes (id, parent_id, user_id) VALUES (102, 101, 2), (101, NULL, 1)",
                "WITH p AS (INSERT INTO projects VALUES (9, 4)) INSERT INTO tasks VALUES (9, 9, 1)");

        assertThat(database.organizations("notes")).isEqualTo("101=1 102=1");
        assertThat(database.organizations("tasks")).isEqualTo("1=1 9=4");
        assertThat(database.strings("SELECT note FROM audit ORDER BY 1")).containsExactly("9", "102");
    }

    /** It stays until the end of the transaction, and counts for no other row. */
    @Test
    void theMarkOfARowThatIsNotWrittenCountsForNoOther() throws SQLException {
        database.execute("INSERT INTO notes (id, user_id) VALUES (101, 1), (102, 2)", "INSERT INTO notes (id, parent_id, user_id) VALUES (103, 101, 3)",
                "ALTER TABLE notes DISABLE TRIGGER zz_orgscope_fill_on_update", "UPDATE notes SET organization_id = 4 WHERE id = 103",
                "ALTER TABLE notes ENABLE TRIGGER zz_orgscope_fill_on_update");
        database.execute("BEGIN; INSERT INTO notes (id, parent_id, user_id) VALUES (102, 999, 3) ON CONFLICT DO NOTHING;"
                + " UPDATE notes SET parent_id = parent_id, user_id = user_id WHERE id = 103; COMMIT");
        assertThat(database.organizations("notes")).as("a choice without a note").isEqualTo("101=1 102=2 103=4");
    }

    /** The application writes the column already. A note belongs only to what the routes do not give at the end. */
    @Test
    void whatTheApplicationWritesIsJudgedAtTheEnd() throws SQLException {
        database.execute("INSERT INTO notes (id, parent_id, user_id, organization_id)"
                + " VALUES (102, 101, 2, 1), (103, 101, 2, 2), (104, 101, 2, 3), (101, NULL, 1, 1)");
        assertThat(database.organizations("notes")).isEqualTo("101=1 102=1 103=2 104=3");
        assertThat(database.strings("SELECT key_id || ' ' || organization FROM orgscope.notes ORDER BY 1")).containsExactly("103 2", "104 3");
        database.execute("UPDATE users SET home = 4 WHERE id = 1");
        assertThat(database.organizations("notes")).isEqualTo("101=4 102=4 103=2 104=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO NOTHING", "(id) DO UPDATE SET note = 'again'"})
    void aParentThatTheSameStatementInserts(String conflict) throws SQLException {
        database.execute("WITH p AS (INSERT INTO projects VALUES (9, 4)) INSERT INTO tasks VALUES (9, 9, 1), (1, 9, 1), (10, 1, 2) ON CONFLICT " + conflict);
        assertThat(database.organizations("tasks")).isEqualTo("1=1 9=4 10=1");
        database.execute("WITH p AS (INSERT INTO projects VALUES (8, 4)), t AS (INSERT INTO tasks VALUES (8, 8, 1) RETURNING id)"
                + " INSERT INTO comments SELECT id, id, 2 FROM t", "WITH p AS (INSERT INTO projects VALUES (7, 4)) INSERT INTO parts VALUES (7, 'us', 7, 1)");
        assertThat(database.organizations("comments")).isEqualTo("8=4");
        assertThat(database.organizations("parts")).isEqualTo("1=1 7=4");
        assertNoNotes();
    }

    @Test
    void anUpdateToAParentThatTheSameStatementInserts() throws SQLException {
        database.execute("INSERT INTO tasks VALUES (2, 1, 2), (3, 1, 2), (4, 1, 2)", "UPDATE tasks SET organization_id = 3 WHERE id = 2",
                "WITH p AS (INSERT INTO projects VALUES (9, 4)) UPDATE tasks SET project_id = 9 WHERE id IN (1, 2)",
                "WITH p AS (INSERT INTO projects VALUES (8, 4)) UPDATE tasks SET project_id = 8, organization_id = 4 WHERE id = 3",
                "WITH p AS (INSERT INTO projects VALUES (7, 4)) UPDATE tasks SET project_id = 7, organization_id = 2 WHERE id = 4");
        assertThat(database.organizations("tasks")).as("3 and 2 were chosen").isEqualTo("1=4 2=3 3=4 4=2");
        assertThat(database.strings("SELECT key_id || ' ' || organization FROM orgscope.tasks ORDER BY 1")).containsExactly("2 3", "4 2");
        database.execute("WITH p AS (INSERT INTO projects VALUES (6, 4)) UPDATE parts SET project_id = 6, region = 'us' WHERE id = 1");
        assertThat(database.organizations("parts")).isEqualTo("1=4");
        assertThat(database.number("SELECT count(*) FROM orgscope.parts")).isZero();
    }

    /** Without a key a row cannot be noted. One whose organization the application wrote stays. */
    @Test
    void aTableWithoutAKey() throws SQLException {
        database.execute("WITH p AS (INSERT INTO projects VALUES (9, 4))"
                + " INSERT INTO events (id, project_id, user_id, organization_id) VALUES (1, 9, 1, NULL), (2, 9, 1, 3)");
        assertThat(database.organizations("events")).isEqualTo("1=4 2=3");
    }

    /** A move is refused. The rows of one statement, and those that came before their parent, are no move. */
    @Test
    void whereMovesAreRefused() throws SQLException {
        liquibase.changelog("c.orgscope.yaml", DECLARATION.replace("  tables:", "  moves: refuse\n  tables:")).update();
        for (String table : new String[] {"notes", "replies", "remarks"}) {
            database.execute("INSERT INTO %s VALUES (102, 101, 2), (103, 101, 2), (101, NULL, 1)".formatted(table));
            assertThat(database.organizations(table)).isEqualTo("101=1 102=1 103=1");
        }
        assertThatThrownBy(() -> database.execute("INSERT INTO notes VALUES (203, 202, 3), (202, 201, 2), (201, NULL, 1)"))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
    }

    /** No foreign key leads to the parent, or it is checked at the end of the transaction: so the parent may come and go in a statement of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"replies", "remarks"})
    void aParentInTheSameTableComesAndGoes(String table) throws SQLException {
        database.execute("BEGIN; INSERT INTO %1$s VALUES (103, 102, 3), (102, 101, 2); INSERT INTO %1$s VALUES (101, NULL, 1); COMMIT".formatted(table));
        assertThat(database.organizations(table)).isEqualTo("101=1 102=1 103=1");
        assertNoNotes();
        if (table.equals("replies")) {
            database.execute("DELETE FROM replies WHERE id = 101");
            assertThat(database.organizations(table)).isEqualTo("102=2 103=2");
        }
        liquibase.labels("orgscope-expand or orgscope-contract").update();
    }
}
