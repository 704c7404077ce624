package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a table that has triggers of step 02 is renamed. PostgreSQL does not change the texts of the functions, and the side table keeps its name. */
@PostgresTest
class RenamedSchemaTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String TABLES = """
            CREATE SCHEMA sales;
            CREATE SCHEMA {app};
            CREATE TABLE organizations (id int PRIMARY KEY);
            CREATE TABLE {app}.users (id int PRIMARY KEY, default_organization_id int REFERENCES organizations);
            CREATE TABLE {app}.posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES {app}.users);
            INSERT INTO organizations SELECT generate_series(1, 3);
            INSERT INTO {app}.users SELECT n, 1 FROM generate_series(1, 2) n;
            INSERT INTO {app}.posts SELECT n, 1 FROM generate_series(1, 5) n;
            """;
    private static final String POSTS = """
            orgscope:
              version: 1
              organizations: { schema: public }
              tables:
                - schema: '{schema}'
                  table: {table}
                  route: user_id -> "{users}".users.default_organization_id
            """;
    private static final Pattern RUN = Pattern.compile("BEGIN; .*?; COMMIT");
    private static final Pattern BACK = Pattern.compile("Give it back: (.*?)\\. Then declare");

    @TempDir
    Path directory;

    private Liquibases expanded(String app, TestDatabase database) throws SQLException {
        database.execute(TABLES.replace("{app}", "\"" + app.replace("\"", "\"\"") + "\""));
        Liquibases liquibase = Liquibases.on(database).in(directory).labels("orgscope-expand");
        liquibase.changelog(FILE, posts(app, "posts", app)).update();
        database.execute("UPDATE \"" + app.replace("\"", "\"\"") + "\".posts SET organization_id = 3 WHERE id = 1");
        return liquibase;
    }

    private static String posts(String schema, String table, String users) {
        return POSTS.replace("{schema}", schema.replace("'", "''")).replace("{table}", table).replace("{users}", users.replace("\"", "\"\""));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', value = {
        "app, core, posts, ''", "it's \"\\x\", core, posts, ''", "app, core, entries, ALTER TABLE core.posts RENAME TO entries", "app, sales, posts, ALTER TABLE core.posts SET SCHEMA sales"})
    void theStatementsOfTheMessageLetItGoOn(String app, String schema, String table, String further, TestDatabase database) throws SQLException {
        Liquibases expanded = expanded(app, database);
        database.execute("ALTER SCHEMA \"" + app.replace("\"", "\"\"") + "\" RENAME TO core" + (further.equals("''") ? "" : "; " + further));
        Liquibases liquibase = expanded.changelog(FILE, posts(schema, table, "core"));
        String name = schema + "." + table;

        Throwable refused = catchThrowable(liquibase::update);
        assertThat(refused).hasMessageContaining("The table " + name + " got another name or schema since step 02 made its triggers")
                .hasMessageContaining("former name, " + app + ".posts.");
        assertThatThrownBy(() -> liquibase.run("orgscopeRepair", Map.of("spec", FILE))).hasMessageContaining("got another name or schema");
        assertThat(database.string("SELECT organization_id FROM " + name + " WHERE id = 1")).isEqualTo("3");

        database.execute(RUN.matcher(refused.getMessage()).results().map(MatchResult::group).findFirst().orElseThrow());
        liquibase.update();
        database.execute("INSERT INTO " + name + " VALUES (9, 2)", "UPDATE core.users SET default_organization_id = 2");
        assertThat(database.strings("SELECT organization_id FROM " + name + " ORDER BY id")).as("the chosen one stays").containsExactly("3", "2", "2", "2", "2", "2");
        liquibase.labels("").update();
        assertThat(database.strings("SELECT proname FROM pg_proc WHERE proname LIKE 'orgscope%'")).isEmpty();
        assertThat(database.strings("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%orgscope%'")).isEmpty();
        database.execute("UPDATE core.users SET default_organization_id = 1");
    }

    @Test
    void withItsFormerNameItGoesOn(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded("app", database);
        database.execute("ALTER SCHEMA app RENAME TO core; ALTER TABLE core.posts SET SCHEMA sales");
        String message = catchThrowable(liquibase.changelog(FILE, posts("sales", "posts", "core"))::update).getMessage();
        database.execute(BACK.matcher(message).results().map(found -> found.group(1)).findFirst().orElseThrow());
        Liquibases former = liquibase.changelog(FILE, posts("app", "posts", "app")).labels("");
        former.update();
        assertThat(database.string("SELECT organization_id FROM app.posts WHERE id = 1")).isEqualTo("3");
        former.rollbackAll();
    }

    /** The side table with the former name belongs to the table that was cloned, and its functions may too. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClonedSchemaIsNotARenamedOne(boolean ownFunction, TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded("app", database);
        String function = (ownFunction ? "clone" : "app") + ".orgscope_fill_posts()";
        database.execute(TABLES.substring(TABLES.indexOf("CREATE TABLE {app}.users")).replaceFirst("INSERT INTO organizations[^\n]*", "").replace("{app}", "clone")
                .replaceFirst("^", "CREATE SCHEMA clone;"), """
                DO $$ BEGIN
                  EXECUTE format('CREATE FUNCTION clone.orgscope_fill_posts() RETURNS trigger LANGUAGE plpgsql AS %L',
                    (SELECT prosrc FROM pg_proc WHERE oid = 'app.orgscope_fill_posts'::regproc));
                END $$""", "CREATE TRIGGER zz_orgscope_fill_on_insert BEFORE INSERT ON clone.posts FOR EACH ROW EXECUTE FUNCTION " + function,
                "CREATE TRIGGER \"zz_orgscope_follow_app.posts\" BEFORE UPDATE ON clone.users FOR EACH ROW EXECUTE FUNCTION " + function);
        liquibase = liquibase.changelog(FILE, posts("clone", "posts", "clone"));
        String drop = "DROP TRIGGER \"zz_orgscope_follow_app.posts\" ON clone.users; DROP TRIGGER zz_orgscope_fill_on_insert ON clone.posts";
        assertThatThrownBy(liquibase::update).hasMessageContaining("The triggers of clone.posts are copies of those of app.posts").hasMessageContaining(drop)
                .hasMessageNotContaining("RENAME");
        database.execute(drop);
        liquibase.update();
        database.execute("UPDATE app.users SET default_organization_id = 2", "UPDATE clone.users SET default_organization_id = 2", "INSERT INTO app.posts VALUES (6, 1)");
        assertThat(database.organizations("app.posts")).isEqualTo("1=3 2=2 3=2 4=2 5=2 6=2");
        assertThat(database.organizations("clone.posts")).isEqualTo("1=2 2=2 3=2 4=2 5=2");
    }

    /** The side table is that of the renamed table. */
    @Test
    void anotherTableMayHaveTheFormerName(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded("app", database);
        database.execute("ALTER TABLE app.posts RENAME TO posts_old", "CREATE TABLE app.posts (id int)");
        liquibase = liquibase.changelog(FILE, posts("app", "posts_old", "app"));
        String message = catchThrowable(liquibase::update).getMessage();
        assertThat(message).contains("The table app.posts_old got another name", "Another table has that name now.").doesNotContain("Give it back");
        database.execute(RUN.matcher(message).results().map(MatchResult::group).findFirst().orElseThrow());
        liquibase.update();
        database.execute("UPDATE app.users SET default_organization_id = 2");
        assertThat(database.organizations("app.posts_old")).isEqualTo("1=3 2=2 3=2 4=2 5=2");
    }
}
