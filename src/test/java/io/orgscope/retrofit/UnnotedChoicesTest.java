package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the application chooses while there are no triggers, and what only looks like a choice. */
@PostgresTest
class UnnotedChoicesTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: tasks
                  route: [ project_id -> projects.home, user_id -> users.home ]
            """;

    @TempDir
    Path directory;

    private TestDatabase database;
    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE projects (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO projects VALUES (1, 3), (2, 3);
                CREATE TABLE tasks (id int PRIMARY KEY, project_id int REFERENCES projects ON DELETE SET NULL, user_id int REFERENCES users);
                INSERT INTO tasks VALUES (1, 1, 2), (2, 2, 1)
                """);
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION);
    }

    private void rollBackTheContract() throws SQLException {
        liquibase.rollbackCount((int) database.number("SELECT count(*) FROM databasechangelog WHERE labels = 'orgscope-contract'"));
    }

    /** When the script is written, there is no column yet. */
    @Test
    void theScriptOfAFutureRollbackNotesChoices() throws SQLException {
        String back = Script.statements(liquibase.labels("orgscope-contract").futureRollbackSql()).stream()
                .filter(statement -> !statement.contains("CREATE TABLE public.databasechangelog") && !statement.contains("INTO public.databasechangeloglock"))
                .collect(Collectors.joining(";\n"));
        liquibase.update();
        database.execute("UPDATE tasks SET organization_id = 4 WHERE id = 1");
        Script.run(database, back);
        assertThat(database.strings("SELECT key_id || ' ' || organization FROM orgscope.tasks WHERE chosen")).containsExactly("1 4");
        assertThat(database.flag("SELECT to_regclass('orgscope.unnoted_tasks') IS NOT NULL")).isTrue();
        database.execute("UPDATE projects SET home = 2");
        assertThat(database.organizations("tasks")).isEqualTo("1=4 2=2");
    }

    /** After a rollback of step 10 a row that differs from its routes stays as it is. That is no choice. */
    @Test
    void whatARowKeepsAfterStepTenWasRolledBackIsNoChoice() throws SQLException {
        liquibase.update();
        rollBackTheContract();
        database.execute("UPDATE tasks SET organization_id = 4 WHERE id = 2");
        database.execute("DELETE FROM projects");
        assertThat(database.organizations("tasks")).isEqualTo("1=3 2=4");
        assertThat(database.strings("SELECT key_id || ' ' || organization FROM orgscope.tasks WHERE chosen")).containsExactly("2 4");
    }

    /** The column existed before, the application writes it already, and the update was stopped after it had checked the rows. */
    @Test
    void aChoiceFromBeforeTheTriggersIsRefused() throws SQLException {
        database.execute("ALTER TABLE tasks ADD organization_id int", "UPDATE tasks SET organization_id = 3");
        liquibase.updateCount(2);
        database.execute("INSERT INTO tasks VALUES (9, 1, 2, 4)");
        assertThatThrownBy(liquibase.labels("orgscope-expand")::update).hasMessageContaining("tasks: it is not known whether the application chose the organization of 1 row (id=9).");
        database.execute("UPDATE tasks SET organization_id = 3 WHERE id = 9", "UPDATE tasks SET organization_id = 4 WHERE id = 9");
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE projects SET home = 2");
        assertThat(database.organizations("tasks")).isEqualTo("1=2 2=2 9=4");
    }
}
