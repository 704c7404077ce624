package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A BEFORE trigger of the user changes where a route starts, although the statement does not. The row has the organization of what the trigger wrote. */
@PostgresTest
class EarlierTriggersTest {

    private static final String TRIGGER = "CREATE TRIGGER named_project BEFORE UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION named_project()";
    private static final String ROUTES = "[ project_id -> projects.home, user_id -> users.home ]";

    @TempDir
    Path directory;

    private TestDatabase database;
    private Liquibases liquibase;

    /** The title of a task can name its project. */
    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 5);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE projects (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO projects VALUES (1, 1), (2, 2), (3, 3), (4, NULL);
                CREATE TABLE tasks (id int, project_id int REFERENCES projects, user_id int REFERENCES users, title text);
                INSERT INTO tasks VALUES (1, 1, 2, 'one'), (2, 1, 2, 'project 3'), (3, 1, 2, 'project 4');
                CREATE FUNCTION named_project() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN NEW.project_id := coalesce(substring(NEW.title FROM 'project (.*)')::int, NEW.project_id); RETURN NEW; END $$
                """);
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables: [ { table: tasks, route: %s } ]
                """.formatted(ROUTES));
    }

    private void expand(String key) throws SQLException {
        database.execute(key, TRIGGER);
        liquibase.labels("orgscope-expand").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE tasks ADD PRIMARY KEY (id)", "SELECT"})
    void whenOurStatementsFireIt(String key) throws SQLException {
        expand(key);
        assertThat(database.organizations("tasks")).as("filled by the backfill").isEqualTo("1=1 2=3 3=2");
        database.execute("ALTER TABLE tasks DISABLE TRIGGER named_project", "UPDATE tasks SET title = 'project 2' WHERE id = 1",
                "ALTER TABLE tasks ENABLE TRIGGER named_project", "UPDATE projects SET home = 4 WHERE id = 1");
        assertThat(database.organizations("tasks")).as("changed while it followed").isEqualTo("1=2 2=3 3=2");
        database.execute("UPDATE projects SET home = 5 WHERE id = 2");
        assertThat(database.organizations("tasks")).as("nobody chose the organization").isEqualTo("1=5 2=3 3=2");
        liquibase.labels("orgscope-expand or orgscope-contract").update();
    }

    @Test
    void aChoiceThatARollbackKeptStays() throws SQLException {
        expand("ALTER TABLE tasks ADD PRIMARY KEY (id)");
        database.execute("UPDATE tasks SET organization_id = 5 WHERE id = 1");
        liquibase.rollbackAll();
        database.execute("ALTER TABLE tasks DISABLE TRIGGER named_project", "UPDATE tasks SET title = 'project 2' WHERE id = 1",
                "ALTER TABLE tasks ENABLE TRIGGER named_project");
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE projects SET home = 4 WHERE id = 2");
        assertThat(database.organizations("tasks")).isEqualTo("1=5 2=3 3=2");
    }

    @Test
    void whenTheParentComesLaterInTheStatement() throws SQLException {
        expand("ALTER TABLE tasks ADD PRIMARY KEY (id)");
        database.execute("WITH p AS (INSERT INTO projects VALUES (9, 4)) UPDATE tasks SET title = 'project 9' WHERE id = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=3 3=2");
    }

    /** One that is made later counts when the triggers are made again. */
    @Test
    void aLaterTrigger() throws SQLException {
        database.execute("ALTER TABLE tasks ADD PRIMARY KEY (id)");
        liquibase.labels("orgscope-expand").update();
        assertThat(database.organizations("tasks")).isEqualTo("1=1 2=1 3=1");
        database.execute(TRIGGER, "DELETE FROM databasechangelog WHERE id LIKE '%/02-keep-filled/routes'");
        liquibase.labels("orgscope-expand").update();
        database.execute("WITH p AS (INSERT INTO projects VALUES (9, 4)) UPDATE tasks SET title = 'project 9' WHERE id = 1");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=1 3=1");
    }
}
