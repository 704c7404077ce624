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

/** Several routes lead through the same row, by the same columns: to other attributes of it, or with another condition. */
@PostgresTest
class RoutesThroughOneParentTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: tasks
                  route: [ user_id -> users.home, user_id -> users.fallback ]
                - table: notes
                  route: [ { path: user_id -> members(user_id).organization_id, where: is_default }, user_id -> members(user_id).organization_id ]
            """;

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations, fallback int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1, 2);
                CREATE TABLE members (user_id int REFERENCES users, organization_id int REFERENCES organizations, is_default boolean NOT NULL,
                  PRIMARY KEY (user_id, organization_id));
                INSERT INTO members VALUES (1, 1, true), (1, 2, false);
                CREATE TABLE tasks (id int PRIMARY KEY, user_id int REFERENCES users);
                INSERT INTO tasks VALUES (1, 1);
                CREATE TABLE notes (id int PRIMARY KEY, user_id int REFERENCES users);
                INSERT INTO notes VALUES (1, 1)
                """);
    }

    private void expand(String declaration) throws SQLException {
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", declaration).labels("orgscope-expand").update();
        assertOrganizations(1, 1);
    }

    private void assertOrganizations(int task, int note) throws SQLException {
        assertThat(database.string("SELECT t.organization_id || ' ' || n.organization_id FROM tasks t, notes n")).isEqualTo(task + " " + note);
    }

    @Test
    void rowsFollowEachOfThem() throws SQLException {
        expand(DECLARATION);
        database.execute("UPDATE users SET home = 3", "UPDATE members SET organization_id = 3 WHERE is_default");
        assertOrganizations(3, 3);
        database.execute("UPDATE users SET home = NULL", "DELETE FROM members WHERE is_default");
        assertOrganizations(2, 2);
        database.execute("UPDATE users SET fallback = 4", "UPDATE members SET organization_id = 4");
        assertOrganizations(4, 4);
        database.execute("UPDATE users SET home = 1", "INSERT INTO members VALUES (1, 1, true)");
        assertOrganizations(1, 1);
        database.execute("UPDATE users SET fallback = 3", "UPDATE members SET organization_id = 3 WHERE NOT is_default");
        assertOrganizations(1, 1);
    }

    @Test
    void aMoveByEachOfThemCanBeRefused() throws SQLException {
        expand(DECLARATION.replace("      route:", "      moves: refuse\n      route:"));
        for (String move : new String[] {"UPDATE users SET home = 3", "UPDATE users SET home = NULL", "UPDATE members SET organization_id = 3 WHERE is_default",
                "DELETE FROM members WHERE is_default"}) {
            assertThatThrownBy(() -> database.execute(move)).as(move).isInstanceOfSatisfying(SQLException.class,
                    refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
        }
        database.execute("UPDATE users SET fallback = 3", "UPDATE members SET organization_id = 3 WHERE NOT is_default");
        assertOrganizations(1, 1);
    }
}
