package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of a table change after its rows got their organization. */
@PostgresTest
class ChangedRoutesTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String BY_USER = declaration("user_id -> users.default_organization_id");
    private static final String BY_PROJECT = declaration("project_id -> projects.owner_id");

    /** User u is in organization 1, project p in organization 2; so the rows of one route are wrong by the other. */
    private static final String TABLES = """
            CREATE TABLE organizations (id int PRIMARY KEY, slug text NOT NULL UNIQUE);
            CREATE TABLE users (id int PRIMARY KEY, default_organization_id int REFERENCES organizations);
            CREATE TABLE projects (id int PRIMARY KEY, owner_id int REFERENCES organizations);
            CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, project_id int NOT NULL REFERENCES projects);
            CREATE TABLE notes (id int PRIMARY KEY, post_id int NOT NULL REFERENCES posts);
            INSERT INTO organizations SELECT n, 'org-' || n FROM generate_series(1, 3) n;
            INSERT INTO users VALUES (1, 1);
            INSERT INTO projects VALUES (1, 2);
            INSERT INTO posts SELECT n, 1, 1 FROM generate_series(1, 20) n;
            INSERT INTO notes SELECT n, n FROM generate_series(1, 20) n;
            """;
    private static final String WRONG_ROW = "SET session_replication_role = replica; UPDATE posts SET organization_id = 3 WHERE id = 1";
    private static final String OF_POSTS = "SELECT string_agg(organization_id || ' ' || n, ', ' ORDER BY organization_id) FROM (SELECT organization_id, count(*) n FROM posts GROUP BY 1) c";
    private static final String OF_NOTES = OF_POSTS.replace("posts", "notes");

    private static final String COMMENT = "SELECT col_description('posts'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'posts'::regclass AND attname = 'organization_id'";

    @TempDir
    Path directory;

    private Liquibases liquibase;

    private static String declaration(String route) {
        return """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route: %s
                    - table: notes
                      route: post_id -> posts.organization_id
                """.formatted(route);
    }

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        liquibase = Liquibases.on(database).in(directory).labels("orgscope-expand");
    }

    @Test
    void stopsUntilTheRowsAreRepaired(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        database.execute("UPDATE posts SET organization_id = 3 WHERE id = 1");
        assertThatThrownBy(use(BY_PROJECT)::update).hasMessageContaining("posts: the column is filled already, and 19 rows (id=")
                .hasMessageContaining("orgscope-repair --spec=db/tenancy.orgscope.yaml --table=posts");
        assertThatThrownBy(use(BY_PROJECT)::update).as("it stops again").hasMessageContaining("19 rows");
        assertThat(database.string(OF_POSTS)).isEqualTo("1 19, 3 1");
        repair();
        assertThat(database.string(OF_POSTS)).as("not the chosen one").isEqualTo("2 19, 3 1");
        assertThat(database.string(OF_NOTES)).isEqualTo("2 19, 3 1");
        use(BY_PROJECT).update();
        database.execute("UPDATE projects SET owner_id = 3", "UPDATE users SET default_organization_id = 2");
        assertThat(database.string(OF_POSTS)).isEqualTo("3 20");
        use(BY_PROJECT).labels("").update();
        assertThat(database.strings("SELECT proname FROM pg_proc WHERE proname LIKE 'orgscope%'")).isEmpty();
    }

    /** The triggers still follow the former routes then. */
    @Test
    void theFormerRoutesCanBeDeclaredAgain(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        assertThatThrownBy(use(BY_PROJECT)::update).hasMessageContaining("20 rows");
        use(BY_USER).update();
        database.execute("INSERT INTO posts VALUES (99, 1, 1)");
        assertThat(database.string(OF_POSTS)).isEqualTo("1 21");
    }

    @Test
    void otherRoutesThatGiveTheSameDoNotStop(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        database.execute("UPDATE projects SET owner_id = 1", "UPDATE posts SET organization_id = 3 WHERE id = 1");
        use(BY_PROJECT).update();
        database.execute("UPDATE projects SET owner_id = 2");
        assertThat(database.string(OF_POSTS)).isEqualTo("2 19, 3 1");
    }

    @Test
    void aScriptStopsToo(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        String script = use(BY_PROJECT).updateSql();
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("posts: the column is filled already, and rows hold another organization");
        liquibase.releaseLocks();
        repair();
        Script.run(database, use(BY_PROJECT).updateSql());
        assertThat(database.string(OF_POSTS)).isEqualTo("2 20");
    }

    /** Step 00 lists the rows then. The triggers follow the former routes, so only the command can go on. */
    @Test
    void beforeTheColumnIsNotNull(TestDatabase database) throws SQLException {
        use(BY_USER).updateBefore("posts/04-not-null");
        assertThatThrownBy(use(BY_PROJECT)::update).hasMessageContaining("storedEqualsRouted: posts:").hasMessageContaining("orgscope-repair --spec=db/tenancy.orgscope.yaml --table=posts");
        liquibase.run("orgscopeRepair", Map.of("spec", FILE, "table", "posts"));
        use(BY_PROJECT).update();
        assertThat(database.string(OF_POSTS)).isEqualTo("2 20");
        assertThat(database.string(OF_NOTES)).isEqualTo("2 20");
    }

    @Test
    void afterTheContractNothingFollows(TestDatabase database) throws SQLException {
        use(BY_USER).labels("").update();
        use(BY_PROJECT).labels("").update();
        assertThat(database.string(OF_POSTS)).isEqualTo("1 20");
    }

    /** The rows hold what the same routes gave. So nothing is looked at. */
    @Test
    void otherMovesDoNotStop(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        database.execute(WRONG_ROW);
        use(refusing(BY_USER)).update();
        assertThatThrownBy(() -> database.execute("UPDATE users SET default_organization_id = 2")).hasMessageContaining("moves: refuse");
    }

    /** The repair has made the triggers. It can leave rows that another transaction holds. */
    @Test
    void updateLooksAtTheRowsAfterTheRepair(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        use(BY_PROJECT);
        repair();
        database.execute(WRONG_ROW);
        assertThatThrownBy(liquibase.changelog(FILE)::update).hasMessageContaining("posts: the column is filled already");
    }

    /** The triggers are made once more for it. They follow the new routes before and afterwards. */
    @Test
    void itAlsoLooksIfTheMovesChangeAfterTheRepair(TestDatabase database) throws SQLException {
        use(BY_USER).update();
        use(BY_PROJECT);
        repair();
        database.execute(WRONG_ROW);
        assertThatThrownBy(use(refusing(BY_PROJECT))::update).hasMessageContaining("posts: the column is filled already");
        assertThat(database.string(COMMENT)).contains("[orgscope did change the routes]");
        repair();
        use(refusing(BY_PROJECT)).update();
        assertThat(database.string(OF_POSTS)).isEqualTo("2 20");
        assertThat(database.string(COMMENT)).isNotEmpty().doesNotContain("routes");
    }

    @Test
    void theRollbackAlsoForgetsThatTheyChanged(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE posts ADD COLUMN organization_id int", "COMMENT ON COLUMN posts.organization_id IS 'the tenant'");
        use(BY_USER).update();
        use(BY_PROJECT);
        repair();
        liquibase.changelog(FILE).rollbackAll();
        assertThat(database.string(COMMENT)).isEqualTo("the tenant");
    }

    /** Without a key no choice has a note, so a wrong row cannot be told from a chosen one. */
    @Test
    void aTableWithoutAKeyDoesNotStop(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE notes DROP CONSTRAINT notes_pkey");
        use(BY_USER).update();
        database.execute("UPDATE notes SET organization_id = 3 WHERE id = 1");
        use(BY_USER.replace("post_id -> posts.organization_id", "post_id -> posts.user_id -> users.default_organization_id")).update();
        assertThat(database.string(OF_NOTES)).isEqualTo("1 19, 3 1");
    }

    /** There are no triggers, and the default would go on filling rows. */
    @Test
    void theDefaultOfOneNamedOrganizationStays(TestDatabase database) throws SQLException {
        String one = declaration("{ organization: { slug: org-1 } }");
        use(one).update();
        assertThatThrownBy(use(BY_PROJECT)::update).hasMessageContaining("posts.organization_id has a default, because the routes named one organization");
        assertThatThrownBy(use(declaration("{ organization: { slug: org-2 } }"))::update).hasMessageContaining("posts.organization_id has a default");
        use(declaration("{ organization: { id: 1 } }")).update();
        use(one).update();
        use(one).rollbackAll();
        use(BY_PROJECT).update();
        assertThat(database.string(OF_POSTS)).isEqualTo("2 20");
    }

    private static String refusing(String declaration) {
        return declaration.replace("- table: posts\n", "- table: posts\n      moves: refuse\n");
    }

    private void repair() {
        liquibase.run("orgscopeRepair", Map.of("spec", FILE));
    }

    private Liquibases use(String declaration) {
        return liquibase.changelog(FILE, declaration);
    }
}
