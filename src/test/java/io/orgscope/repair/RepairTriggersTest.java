package io.orgscope.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The triggers of step 02 during a repair: who makes them again, and when. */
@PostgresTest
class RepairTriggersTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String BY_HOME = """
            orgscope:
              version: 1
              tables:
                - table: posts
                  route: user_id -> users.home
                - table: notes
                  route: post_id -> posts.organization_id
            """;
    private static final String BY_OTHER = BY_HOME.replace("users.home", "users.other");
    private static final String FUNCTIONS = "SELECT proname || proowner || md5(prosrc) FROM pg_proc WHERE proname LIKE 'orgscope%' ORDER BY 1";

    @TempDir
    Path directory;

    private Login owner;

    /** The owner may not lock rows of accounts, so an INSERT into posts must not. A superuser may. */
    @BeforeEach
    void expand(TestDatabase database) throws SQLException {
        owner = database.asOwner("owner_" + database.name());
        database.execute("CREATE TABLE accounts (id int PRIMARY KEY)", "INSERT INTO accounts VALUES (1)", "GRANT SELECT, REFERENCES ON accounts TO " + owner.user());
        owner.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, account_id int REFERENCES accounts, home int REFERENCES organizations, other int REFERENCES organizations);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, account_id int REFERENCES accounts);
                CREATE TABLE notes (id int PRIMARY KEY, post_id int NOT NULL REFERENCES posts);
                INSERT INTO organizations VALUES (1), (2), (3);
                INSERT INTO users VALUES (1, 1, 1, 2);
                INSERT INTO posts VALUES (1, 1, 1), (2, 1, 1);
                INSERT INTO notes VALUES (1, 1), (2, 2)
                """);
        on(owner).changelog(FILE, BY_HOME).labels("orgscope-expand").update();
    }

    @Test
    void aSuperuserLeavesThemAsTheyAre(TestDatabase database) throws SQLException {
        leavesThemAsTheyAre(database, database);
    }

    @Test
    void soDoesARoleThatMayOnlyReadAndUpdate(TestDatabase database) throws SQLException {
        Login writer = database.asRole("writer_" + database.name());
        database.execute("GRANT USAGE ON SCHEMA orgscope TO " + writer.user(), "GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA public, orgscope TO " + writer.user());
        leavesThemAsTheyAre(database, writer);
    }

    private void leavesThemAsTheyAre(TestDatabase database, Login role) throws SQLException {
        database.execute("SET session_replication_role = replica; UPDATE posts SET organization_id = 3 WHERE id = 1");
        List<String> before = owner.strings(FUNCTIONS);

        assertThat(repair(role)).isEqualTo("posts: 1 row repaired.\nnotes: 0 rows repaired.\n");

        assertThat(owner.strings(FUNCTIONS)).isEqualTo(before);
        owner.execute("INSERT INTO posts VALUES (3, 1, 1)");
        assertThat(owner.organizations("posts")).isEqualTo("1=1 2=1 3=1");
    }

    @Test
    void forOtherRoutesTheirOwnerHasToMakeThem(TestDatabase database) throws SQLException {
        on(owner).file(FILE, BY_OTHER);
        List<String> before = owner.strings(FUNCTIONS);

        assertThatThrownBy(() -> repair(database)).hasStackTraceContaining("The triggers of posts follow other routes than the declaration has, and their functions belong"
                + " to the role " + owner.user()).hasStackTraceContaining("Run orgscope-repair as " + owner.user());

        assertThat(owner.strings(FUNCTIONS)).isEqualTo(before);
        assertThat(owner.organizations("posts")).isEqualTo("1=1 2=1");
        repair(owner);
        assertThat(owner.organizations("posts")).isEqualTo("1=2 2=2");
        on(owner).changelog(FILE).update();
    }

    /** The triggers of posts could be made again, those of notes are refused. */
    @Test
    void aTableThatIsRefusedKeepsThoseOfTheOthersAsTheyAre() throws SQLException {
        on(owner).file(FILE, BY_OTHER);
        owner.execute("DROP TRIGGER zz_orgscope_fill_on_update ON notes");
        List<String> before = owner.strings(FUNCTIONS);

        assertThatThrownBy(() -> repair(owner)).hasStackTraceContaining("notes has no triggers of step 02").hasStackTraceContaining("Nothing was changed.");

        assertThat(owner.strings(FUNCTIONS)).isEqualTo(before);
    }

    /** The command does not have Liquibase's lock, so step 10 can run meanwhile. */
    @Test
    void triggersThatAreGoneWhenItHasItsLocksStayGone(TestDatabase database) throws Exception {
        on(owner).file(FILE, BY_OTHER);
        try (Connection step = owner.connection(); Statement statement = step.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE posts IN SHARE UPDATE EXCLUSIVE MODE");
            CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> repair(owner));
            Waiting.untilBlocked(database, 1, running);
            statement.execute("DROP TRIGGER zz_orgscope_fill_on_insert ON posts; DROP TRIGGER zz_orgscope_fill_on_update ON posts; COMMIT");
            assertThatThrownBy(running::join).hasStackTraceContaining("posts lost the triggers of step 02");
        }
        assertThat(owner.strings("SELECT tgname FROM pg_trigger WHERE tgrelid = 'posts'::regclass AND tgname LIKE 'zz_orgscope_fill%'")).isEmpty();
    }

    private Liquibases on(Login login) {
        return Liquibases.on(login).in(directory);
    }

    private String repair(Login login) {
        return on(login).run("orgscopeRepair", Map.of("spec", FILE));
    }
}
