package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The triggers run with a search_path of their own. What they could not resolve there is refused before anything is changed. */
@PostgresTest
class FixedSearchPathTest {

    private static final String WHY = "run with the fixed search_path pg_catalog, pg_temp";

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TYPE m_status AS ENUM ('active', 'left');
                CREATE FUNCTION is_member(m_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = 'active' $$;
                CREATE TABLE memberships (id int PRIMARY KEY, user_id int, organization_id int, status m_status);
                INSERT INTO memberships VALUES (1, 1, 1, 'active'), (2, 1, 2, 'left'), (3, 2, 2, 'active');
                CREATE TABLE posts (id int PRIMARY KEY, user_id int, kind m_status);
                INSERT INTO posts VALUES (11, 1, 'active'), (12, 2, 'active');
                CREATE TABLE likes (id int PRIMARY KEY, post_id int, kind m_status);
                INSERT INTO likes VALUES (21, 11, 'active'), (22, 12, 'active')
                """);
    }

    private Liquibases declared(String tables) {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n" + tables.indent(4));
    }

    private static String posts(String condition) {
        return """
                - table: posts
                  route:
                    - { path: user_id -> memberships(user_id).organization_id, %s }
                """.formatted(condition);
    }

    private void refuses(Liquibases liquibase, String... messages) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        RowSnapshot rows = RowSnapshot.of(database);
        assertThatThrownBy(liquibase::update).hasMessageContainingAll(messages);
        database.execute("DROP TABLE databasechangelog, databasechangeloglock");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        RowSnapshot.assertSame(rows, RowSnapshot.of(database));
    }

    private String filled(String table) throws SQLException {
        return database.organizations(table);
    }

    private void forwardAndBack(String declaration) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases liquibase = declared(declaration);
        liquibase.labels("orgscope-expand").update();
        assertThat(filled("posts")).isEqualTo("11=1 12=2");
        database.execute("INSERT INTO posts VALUES (13, 1, 'active')", "UPDATE memberships SET organization_id = 3 WHERE id = 1",
                "UPDATE posts SET user_id = 1 WHERE id = 12");
        assertThat(filled("posts")).isEqualTo("11=3 12=3 13=3");
        liquibase.update();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void aTypeWithoutItsSchema() throws SQLException {
        refuses(declared(posts("where: \"status = 'active'::m_status\"")), "c.orgscope.yaml:6: ", "The triggers of posts cannot evaluate the route"
                + " 'user_id -> memberships(user_id).organization_id'", "type \"m_status\" does not exist (SQLSTATE 42704)", WHY, "with its schema");
        forwardAndBack(posts("where: \"status = 'active'::public.m_status\""));
    }

    @Test
    void aFunctionWithoutItsSchema() throws SQLException {
        refuses(declared(posts("where: is_member(status)")), "c.orgscope.yaml:6: ", "function is_member(public.m_status) does not exist (SQLSTATE 42883)", WHY);
        forwardAndBack(posts("where: public.is_member(status)"));
    }

    @Test
    void aWhen() throws SQLException {
        refuses(declared(posts("where: \"status = 'active'\", when: is_member(kind)")), "c.orgscope.yaml:6: ", "SQLSTATE 42883", WHY);
        forwardAndBack(posts("where: \"status = 'active'\", when: public.is_member(kind)"));
    }

    @Test
    void aLiteralNeedsNoCast() throws SQLException {
        forwardAndBack(posts("where: \"status = 'active'\", when: \"kind IN ('active', 'left')\""));
    }

    /** The organization that the second table reads is not there yet when the declaration is checked. */
    @Test
    void everyTableThatIsWrongIsNamed() throws SQLException {
        String likes = """
                - table: likes
                  route:
                    - post_id -> posts.organization_id
                    - { path: post_id -> posts.organization_id, when: %s }
                """;
        refuses(declared(likes.formatted("is_member(kind)") + posts("where: is_member(status)")), "c.orgscope.yaml:7: The triggers of likes",
                "c.orgscope.yaml:10: The triggers of posts");
        declared(likes.formatted("public.is_member(kind)") + posts("where: public.is_member(status)")).update();
        assertThat(filled("likes")).isEqualTo("21=1 22=2");
    }

    /** Such a route reads the table itself, whose column is not there yet. */
    @Test
    void aParentInTheSameTable() throws SQLException {
        database.execute("ALTER TABLE posts ADD parent_id int REFERENCES posts", "UPDATE posts SET parent_id = 11, user_id = NULL WHERE id = 12");
        String declaration = """
                - table: posts
                  route:
                    - { path: parent_id -> posts.organization_id, when: %1$s, where: %1$s }
                    - { path: user_id -> memberships(user_id).organization_id, where: "status = 'active'" }
                """;
        refuses(declared(declaration.formatted("is_member(kind)")), "c.orgscope.yaml:6: ", "'parent_id -> posts.organization_id'", "SQLSTATE 42883", WHY);
        declared(declaration.formatted("public.is_member(kind)")).labels("orgscope-expand").update();
        database.execute("UPDATE memberships SET organization_id = 3 WHERE id = 1", "INSERT INTO posts VALUES (13, NULL, 'active', 12)");
        assertThat(filled("posts")).isEqualTo("11=3 12=3 13=3");
    }

    /** Step 02 in a changelog of one's own has no step 00 before it. */
    @Test
    void step02ByHand() throws SQLException {
        database.execute("ALTER TABLE posts ADD organization_id int");
        refuses(byHand("is_member(status)"), "The triggers of posts cannot evaluate the route 'user_id -> memberships(user_id).organization_id'",
                "function is_member(public.m_status) does not exist (SQLSTATE 42883)", WHY);
        refuses(byHand("stat = 'active'"), "column \"stat\" does not exist (SQLSTATE 42703). Correct the route.");
        Liquibases right = byHand("public.is_member(status)");
        right.update();
        database.execute("INSERT INTO posts VALUES (13, 1, 'active')");
        assertThat(filled("posts")).isEqualTo("11=- 12=- 13=1");
        right.rollbackCount(1);
        assertThat(database.number("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")).isZero();
    }

    private Liquibases byHand(String where) {
        return Liquibases.on(database).in(directory).changelog("c.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: fill
                      author: me
                      runInTransaction: false
                      changes:
                        - keepOrganizationFilled:
                            tableName: posts
                            route: |
                              - { path: user_id -> memberships(user_id).organization_id, where: %s }
                """.formatted(where));
    }

    /** The operators of an extension's type are in the schema of the extension. */
    @Test
    void aKeyOfAnExtensionsType() throws SQLException {
        database.execute("""
                CREATE EXTENSION ltree SCHEMA public;
                CREATE TABLE folders (path ltree PRIMARY KEY, organization_id int);
                INSERT INTO folders VALUES ('a', 1), ('a.b', 2);
                CREATE TABLE files (id int PRIMARY KEY, path ltree, labels ltree[]);
                INSERT INTO files VALUES (1, 'a', NULL), (2, 'a.b', NULL)
                """);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases liquibase = declared("- { table: files, route: path -> folders.organization_id }");
        liquibase.labels("orgscope-expand").update();
        database.execute("INSERT INTO files VALUES (3, 'a.b', NULL)", "UPDATE files SET path = 'a.b' WHERE id = 1",
                "UPDATE folders SET organization_id = 3 WHERE path = 'a.b'");
        assertThat(filled("files")).isEqualTo("1=3 2=3 3=3");
        assertThat(database.string("SELECT array_to_string(proconfig, ';') FROM pg_proc WHERE proname = 'orgscope_fill_files'"))
                .startsWith("search_path=pg_catalog, public, pg_temp");
        // While a rollback keeps the organizations, a trigger notes what the application writes. It compares the same columns.
        liquibase.update();
        assertThat(liquibase.rollbackAllSql()).containsPattern("keep_files.*SECURITY DEFINER SET search_path = pg_catalog, \"public\", pg_temp");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** The side table still compares the columns from which earlier routes started. */
    @Test
    void aColumnOfAnExtensionsTypeFromWhichEarlierRoutesStarted() throws SQLException {
        database.execute("""
                CREATE EXTENSION ltree SCHEMA public;
                CREATE TABLE folders (path ltree PRIMARY KEY, organization_id int);
                INSERT INTO folders VALUES ('a', 1), ('a.b', 2);
                CREATE TABLE users (id int PRIMARY KEY, home int);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE files (id int PRIMARY KEY, path ltree, user_id int);
                INSERT INTO files VALUES (1, 'a', 1), (2, 'a.b', 2)
                """);
        declared("- { table: files, route: path -> folders.organization_id }").labels("orgscope-expand").update();
        declared("- { table: files, route: user_id -> users.home }").labels("orgscope-expand").update();
        database.execute("UPDATE files SET organization_id = 3 WHERE id = 1", "UPDATE files SET user_id = 2 WHERE id = 1", "UPDATE users SET home = 4 WHERE id = 2");
        assertThat(filled("files")).isEqualTo("1=3 2=4");
    }

    /** A domain's operators are those of the type under it, and that type is in another schema. */
    @ParameterizedTest
    @ValueSource(strings = {"app.email", "app.address"})
    void aDomainOverAnExtensionsType(String domain) throws SQLException {
        database.execute("""
                CREATE SCHEMA app;
                CREATE EXTENSION citext SCHEMA public;
                CREATE DOMAIN app.email AS public.citext;
                CREATE DOMAIN app.address AS app.email CHECK (VALUE <> '');
                CREATE TABLE people (email %1$s PRIMARY KEY, organization_id int);
                INSERT INTO people VALUES ('ann@x', 1), ('bob@x', 2);
                CREATE TABLE mails (id int PRIMARY KEY, sender %1$s);
                INSERT INTO mails VALUES (1, 'Ann@x'), (2, 'BOB@x')
                """.formatted(domain));
        declared("- { table: mails, route: sender -> people.organization_id }").labels("orgscope-expand").update();
        assertThat(filled("mails")).isEqualTo("1=1 2=2");
        database.execute("INSERT INTO mails VALUES (3, 'Ann@x')", "UPDATE people SET organization_id = 3 WHERE email = 'BOB@X'");
        assertThat(filled("mails")).isEqualTo("1=1 2=3 3=1");
    }

    /** Without the schema of citext, text would be compared, and that is no error. */
    @ParameterizedTest
    @ValueSource(strings = {"citext", "public.citext", "app.email"})
    void aConditionThatNamesAType(String type) throws SQLException {
        database.execute("CREATE EXTENSION citext SCHEMA public; CREATE SCHEMA app; CREATE DOMAIN app.email AS public.citext");
        database.execute("ALTER TABLE memberships ADD role text; UPDATE memberships SET role = CASE WHEN status = 'active' THEN 'Owner' ELSE 'guest' END");
        forwardAndBack(posts("where: \"role::" + type + " = 'OWNER'\""));
    }

    /** The operators of an enum are PostgreSQL's own. Its schema would let more people change what the triggers call. */
    @Test
    void noSchemaThatIsNotNeeded() throws SQLException {
        database.execute("CREATE EXTENSION citext SCHEMA public", "ALTER TABLE posts ADD title citext");
        declared(posts("where: \"status = 'active'\"")).labels("orgscope-expand").update();
        assertThat(database.strings("SELECT DISTINCT split_part(proconfig[1], '=', 2) FROM pg_proc WHERE proname LIKE 'orgscope%' AND prosecdef"))
                .isEqualTo(List.of("pg_catalog, pg_temp"));
    }
}
