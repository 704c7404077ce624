package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When rows follow, the triggers of the user fire inside a function of ours. They find their names as in a statement of the application. */
@PostgresTest
class UserTriggersTest {

    private static final String POSTS = """
            orgscope:
              version: 1
              tables:
                - { table: posts, route: connection_id -> connections.organization_id }
            """;

    private static final String AUDIT = """
            CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN INSERT INTO audited VALUES (TG_TABLE_NAME, NEW.id, current_user); RETURN NULL; END $$;
            CREATE TRIGGER audit AFTER UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION audit()
            """;

    private static final String TIGHT = "pg_catalog, pg_temp";
    private static final String WITH_PUBLIC = "pg_catalog, public, pg_temp";

    @TempDir
    Path directory;

    private TestDatabase database;
    private Login application;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        application = database.asRole("application of " + database.name());
        database.execute("""
                REVOKE CREATE ON SCHEMA public FROM PUBLIC;
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE connections (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                INSERT INTO connections VALUES (1, 1), (2, 2);
                CREATE TABLE posts (id int PRIMARY KEY, connection_id int REFERENCES connections, title text);
                INSERT INTO posts VALUES (1, 1, 'A'), (2, 2, 'B');
                CREATE TABLE notes (id int PRIMARY KEY, parent_id int REFERENCES notes, connection_id int REFERENCES connections);
                INSERT INTO notes VALUES (1, NULL, 1), (2, 1, NULL);
                CREATE TABLE audited (of_table text, id int, who text);
                """, "GRANT SELECT, UPDATE ON connections TO \"" + application.user() + "\"");
    }

    private Liquibases expanded(String declaration) {
        Liquibases liquibase = declared(declaration);
        liquibase.update();
        return liquibase;
    }

    private Liquibases declared(String declaration) {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", declaration).labels("orgscope-expand");
    }

    private void move() throws SQLException {
        application.execute("UPDATE connections SET organization_id = 3 WHERE id = 1");
        assertThat(database.number("SELECT organization_id FROM posts WHERE id = 1")).isEqualTo(3);
    }

    private String path(String function) throws SQLException {
        return database.string("SELECT split_part(proconfig[1], '=', 2) FROM pg_proc WHERE proname = ?", function);
    }

    /** They run as the migrating role: docs/limits.md. */
    @Test
    void findTheirNames() throws SQLException {
        database.execute(AUDIT, "CREATE TRIGGER audit AFTER UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION audit()");
        expanded(POSTS + """
                    - table: notes
                      route: [ parent_id -> notes.organization_id, connection_id -> connections.organization_id ]
                """);
        database.execute("TRUNCATE audited");
        move();
        assertThat(database.strings("SELECT DISTINCT of_table || id || who FROM audited ORDER BY 1"))
                .containsExactly("notes1" + database.user(), "notes2" + database.user(), "posts1" + database.user());
        assertThat(path("orgscope_follow_posts$connections")).isEqualTo(WITH_PUBLIC);
        assertThat(path("orgscope_fill_posts")).as("it updates a row that comes before its parent").isEqualTo(WITH_PUBLIC);
    }

    /** Names of the function's own schema, and of a table that is not in public. */
    @Test
    void ofOtherSchemas() throws SQLException {
        database.execute("CREATE SCHEMA app; CREATE SCHEMA \"Functions\"", "ALTER TABLE posts SET SCHEMA app", """
                CREATE TABLE app.audited (id int, number int);
                CREATE FUNCTION "Functions".seven() RETURNS int LANGUAGE sql AS 'SELECT 7';
                CREATE FUNCTION "Functions".audit() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN INSERT INTO audited VALUES (NEW.id, seven()); RETURN NULL; END $$;
                CREATE TRIGGER audit AFTER UPDATE ON app.posts FOR EACH ROW WHEN (NEW.id = 1) EXECUTE FUNCTION "Functions".audit()
                """, "ALTER DATABASE " + database.name() + " SET search_path = app, \"Functions\", public");
        Liquibases liquibase = declared(POSTS.replace("table: posts", "table: posts, schema: app")
                .replace("connections.", "public.connections.").replace("version: 1", "version: 1\n  schema: public"));
        liquibase.update();
        database.execute("TRUNCATE app.audited");
        database.execute("UPDATE public.connections SET organization_id = 3 WHERE id = 1");
        assertThat(database.strings("SELECT id || '=' || number FROM app.audited")).containsExactly("1=7");
        assertThat(path("orgscope_follow_posts$connections")).isEqualTo("pg_catalog, app, \"Functions\", pg_temp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TRIGGER audit AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION audit()",
        "CREATE TRIGGER audit AFTER UPDATE OF title ON posts FOR EACH ROW EXECUTE FUNCTION audit()",
        "CREATE TRIGGER audit AFTER UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION audit(); ALTER FUNCTION audit() SET search_path = public",
        "CREATE TRIGGER same BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"})
    void otherTriggersNeedNoSchema(String trigger) throws SQLException {
        database.execute(AUDIT.substring(0, AUDIT.indexOf("CREATE TRIGGER")), trigger);
        expanded(POSTS);
        move();
        assertThat(path("orgscope_follow_posts$connections")).isEqualTo(TIGHT);
    }

    /** The triggers run as the migrating role. So whoever could put an object before theirs would have its privileges. */
    @ParameterizedTest
    @ValueSource(strings = {"ALTER FUNCTION public.audit() SET search_path = pg_catalog, \"public\", pg_temp", "REVOKE CREATE ON SCHEMA \"public\" FROM PUBLIC",
        "COMMENT ON FUNCTION audit() IS '[orgscope accepted] nothing moves'"})
    void aSchemaInWhichOthersMayCreateIsNotInThePath(String remedy) throws SQLException {
        database.execute(AUDIT, "GRANT CREATE ON SCHEMA public TO PUBLIC");
        assertThatThrownBy(() -> expanded(POSTS)).hasMessageContainingAll("c.orgscope.yaml:4: When rows of posts follow",
                "its trigger function public.audit() does not find these names without a schema: audited.", "ALTER FUNCTION public.audit() SET search_path",
                "there and change what the function calls: PUBLIC.", "REVOKE CREATE ON SCHEMA \"public\" FROM PUBLIC", "[orgscope accepted]");
        database.execute(remedy);
        expanded(POSTS);
        if (remedy.startsWith("COMMENT")) {
            assertThatThrownBy(this::move).hasMessageContaining("audited");
        } else {
            move();
        }
        assertThat(path("orgscope_follow_posts$connections")).isEqualTo(remedy.startsWith("REVOKE") ? WITH_PUBLIC : TIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW.title := lower(NEW.title);", "INSERT INTO public.audited VALUES ('posts', NEW.id, now());", "-- audited",
        "NEW.title := replace(NEW.title, 'audited', '');", "NEW.title := NEW.audited;"})
    void aFunctionThatNamesNothingThereIsNotRefused(String body) throws SQLException {
        database.execute("ALTER TABLE posts ADD audited text", "GRANT CREATE ON SCHEMA public TO PUBLIC", "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + body + "\nRETURN NEW; END $$", "CREATE TRIGGER touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch()");
        expanded(POSTS);
        move();
    }

    /** The path of the session has a schema in which the function finds its names now. That of the triggers will not have it. */
    @Test
    void aNameInAnotherSchemaIsRefused() throws SQLException {
        database.execute(AUDIT, "CREATE SCHEMA history; ALTER TABLE audited SET SCHEMA history",
                "ALTER DATABASE " + database.name() + " SET search_path = public, history");
        assertThatThrownBy(() -> expanded(POSTS)).hasMessageContainingAll("public.audit() does not find these names without a schema: audited.",
                "The schema \"history\" is not in it.", "ALTER FUNCTION public.audit() SET search_path = pg_catalog, \"public\", \"history\", pg_temp.")
                .hasMessageNotContaining("REVOKE");
        database.execute("CREATE TABLE public.audited (LIKE history.audited)");
        expanded(POSTS);
        move();
    }

    /** Step 02 looks for triggers when it makes its own. */
    @Test
    void aTriggerThatComesLater() throws SQLException {
        expanded(POSTS);
        database.execute(AUDIT);
        assertThatThrownBy(this::move).hasMessageContaining("relation \"audited\" does not exist");
        expanded(POSTS.replace("organization_id }", "organization_id, moves: refuse }"));
        expanded(POSTS);
        move();
        assertThat(database.number("SELECT count(*) FROM audited")).isEqualTo(1);
    }

    /** A row still follows a parent that the same statement writes after it. */
    @Test
    void refusedMovesNeedTheirNamesToo() throws SQLException {
        database.execute(AUDIT, "GRANT CREATE ON SCHEMA public TO PUBLIC");
        assertThatThrownBy(() -> expanded(POSTS.replace("organization_id }", "organization_id, moves: refuse }")))
                .hasMessageContaining("When rows of posts follow a parent that moves, or that a statement writes after them, its trigger function public.audit()");
    }
}
