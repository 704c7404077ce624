package io.orgscope.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The extension of a type that a route compares is moved to another schema between steps 02 and 10. The functions have the former one in their search_path. */
@PostgresTest
class MovedExtensionTest {

    private static final String FILE = "tenancy.orgscope.yaml";

    @TempDir
    Path directory;

    @Test
    void theRepairMakesTheFunctionsAgain(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA ext", "CREATE SCHEMA other", "CREATE EXTENSION citext SCHEMA ext", """
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (email ext.citext PRIMARY KEY, home int REFERENCES organizations);
                CREATE TABLE posts (id int PRIMARY KEY, email ext.citext NOT NULL REFERENCES users);
                INSERT INTO organizations VALUES (1), (2);
                INSERT INTO users VALUES ('A', 1);
                INSERT INTO posts VALUES (1, 'a');
                """);
        Liquibases liquibase = Liquibases.on(database).in(directory).labels("orgscope-expand").changelog(FILE, """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route: email -> users.home
                """);
        liquibase.update();
        database.execute("ALTER EXTENSION citext SET SCHEMA other");
        assertThatThrownBy(() -> database.execute("INSERT INTO posts VALUES (2, 'a')")).as("in this session or a new one").isInstanceOf(SQLException.class);

        liquibase.run("orgscopeRepair", Map.of("spec", FILE));

        database.execute("INSERT INTO posts VALUES (2, 'a')", "UPDATE users SET home = 2");
        assertThat(database.organizations("posts")).isEqualTo("1=2 2=2");
    }
}
