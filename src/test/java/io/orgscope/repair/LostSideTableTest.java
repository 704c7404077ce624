package io.orgscope.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is restored between steps 02 and 10 without the schema of the side tables. Its triggers need it. */
@PostgresTest
class LostSideTableTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String BY_HOME = """
            orgscope:
              version: 1
              tables:
                - table: posts
                  route: user_id -> users.home
            """;

    @TempDir
    Path directory;

    private Login owner;
    private Liquibases liquibase;

    @BeforeEach
    void restore(TestDatabase database) throws SQLException {
        owner = database.asOwner("owner_" + database.name());
        owner.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations, other int REFERENCES organizations);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                INSERT INTO organizations VALUES (1), (2), (3);
                INSERT INTO users VALUES (1, 1, 2);
                INSERT INTO posts VALUES (1, 1), (2, 1);
                """);
        liquibase = Liquibases.on(owner).in(directory).changelog(FILE, BY_HOME).labels("orgscope-expand");
        liquibase.update();
        owner.execute("UPDATE posts SET organization_id = 3 WHERE id = 1", "DROP SCHEMA orgscope CASCADE");
        assertThatThrownBy(() -> owner.execute("INSERT INTO posts VALUES (3, 1)")).hasMessageContaining("orgscope");
    }

    @Test
    void theRepairMakesItAgainAndOverwritesNothing(TestDatabase database) throws SQLException {
        assertThatThrownBy(() -> Liquibases.on(database).in(directory).run("orgscopeRepair", Map.of("spec", FILE)))
                .hasStackTraceContaining("The side table of posts is not there, and the functions of its triggers belong to the role " + owner.user());
        owner.execute("DELETE FROM databasechangelog WHERE id LIKE '%08-verify'");
        assertThatThrownBy(liquibase::update).hasMessageContaining("whatWasMadeIsThere: posts: Something that this library made is gone.")
                .hasMessageContaining("the side table \"orgscope\".\"posts\" is gone").hasMessageContaining("run orgscope-repair");

        assertThat(liquibase.run("orgscopeRepair", Map.of("spec", FILE))).isEqualTo("posts: 0 rows repaired.\n");

        owner.execute("INSERT INTO posts VALUES (3, 1)", "UPDATE users SET home = 2");
        assertThat(owner.organizations("posts")).isEqualTo("1=3 2=2 3=2");
        liquibase.update();
    }

    @Test
    void otherRoutesHaveToWait() throws SQLException {
        liquibase.changelog(FILE, BY_HOME.replace("users.home", "users.other"));
        String message = "The side table \"orgscope\".\"posts\" of posts is not there, and the routes have changed";
        assertThatThrownBy(() -> liquibase.run("orgscopeRepair", Map.of("spec", FILE))).hasStackTraceContaining(message);
        assertThatThrownBy(liquibase::update).hasMessageContaining(message);
        assertThat(owner.organizations("posts")).isEqualTo("1=3 2=1");

        liquibase.changelog(FILE, BY_HOME).run("orgscopeRepair", Map.of("spec", FILE));
        liquibase.changelog(FILE, BY_HOME.replace("users.home", "users.other")).run("orgscopeRepair", Map.of("spec", FILE));
        assertThat(owner.organizations("posts")).isEqualTo("1=3 2=2");
        liquibase.update();
    }

    /** Liquibase records the change set, so it has to do everything that is due. */
    @Test
    void anUpdateThatMakesItAgainAlsoDoesWhatElseHasChanged() throws SQLException {
        liquibase.changelog(FILE, BY_HOME + "      moves: refuse\n").update();

        owner.execute("INSERT INTO posts VALUES (3, 1)");
        assertThat(owner.organizations("posts")).isEqualTo("1=3 2=1 3=1");
        assertThatThrownBy(() -> owner.execute("UPDATE users SET home = 2")).hasMessageContaining("moves: refuse");
    }
}
