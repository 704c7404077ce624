package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition may read named columns of its own row and nothing else, because the triggers do not see other changes. */
@PostgresTest
class FollowedConditionsTest {

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE roles (id int PRIMARY KEY, active boolean NOT NULL);
                INSERT INTO roles VALUES (1, true), (2, false);
                CREATE TABLE members (id int PRIMARY KEY, user_id int, organization_id int, role_id int REFERENCES roles, is_active boolean, name text, "Odd.*" text);
                INSERT INTO members VALUES (1, 1, 1, 1, true, 'x', 'x'), (2, 2, 2, 1, true, 'x', 'x');
                CREATE TABLE posts (id int PRIMARY KEY, user_id int, kind text, meta jsonb, "Odd.*" text);
                INSERT INTO posts VALUES (11, 1, 'x', '{"tags": [{"k": "x"}]}', 'x'), (12, 2, 'x', '{"tags": [{"k": "x"}]}', 'x');
                CREATE FUNCTION is_x(p posts) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN p.kind = 'x'; END $$;
                CREATE FUNCTION is_x_inline(p posts) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT p.kind = 'x' $$;
                CREATE FUNCTION is_x(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN $1 = 'x'; END $$;
                CREATE FUNCTION is_on(m members) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN m.is_active; END $$;
                CREATE FUNCTION always() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN true; END $$
                """);
    }

    private Liquibases declared(String kind, String condition) {
        return declared("organization_id", kind, condition);
    }

    private Liquibases declared(String answer, String kind, String condition) {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route:
                        - path: user_id -> members(user_id).%s
                          %s: |
                            %s
                """.formatted(answer, kind, condition));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "where | EXISTS (SELECT FROM public.roles r WHERE r.id = role_id AND r.active) | reads rows of roles. No trigger sees a change there",
        "where | role_id IN (SELECT id FROM public.roles WHERE active) | reads rows of roles.",
        "where | public.is_on(members) | reads columns of members that it does not name.",
        "when  | id <= (SELECT pg_catalog.max(p.id) FROM public.posts p) | reads rows of posts.",
        "when  | public.is_x(t) | in place of public.name(t).",
        "when  | public.is_x(t) AND id > 0 | reads columns of posts that it does not name.",
        "when  | public.is_x_inline(t) AND id > 0 | reads columns of posts that it does not name.",
        "when  | t IS NOT NULL AND id > 0 | reads columns of posts that it does not name.",
        "when  | id > 0 AND EXISTS (SELECT FROM pg_catalog.jsonb_each_text(pg_catalog.to_jsonb(t)) AS e WHERE e.value = 'x') | reads columns of posts that it does not name.",
        "where | is_active OR EXISTS (SELECT FROM pg_catalog.jsonb_each(pg_catalog.to_jsonb(members.*)) AS e WHERE e.key = 'x') | in place of public.name(members).",
        "where | public.members.is_active | cannot be evaluated by the triggers of step 02: ERROR: invalid reference to FROM-clause entry for table \"members\" (SQLSTATE 42P01).",
        "when  | pg_catalog.now() > '2026-01-01' | names no column of posts.",
        "when  | public.always() | names no column of posts."})
    void whatNoTriggerSees(String kind, String condition, String message) throws SQLException {
        assertThatThrownBy(declared(kind, condition)::update).hasMessageContainingAll("c.orgscope.yaml:6: The condition " + kind + ": \"" + condition, message,
                "Nothing was changed.");
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'posts'::regclass AND attname = 'organization_id'")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind = 'x'", "t.kind IN ('x', 'y')", "(t).kind = 'x'", "KIND = 'x' -- or not", "true", "1 = 1", "kind <> 't.* t.meta'",
        "meta ->> 'kind' IS NULL AND meta ? 'tags'", "\"Odd.*\" = 'x'", "public.is_x(kind)", "kind = ANY (ARRAY['x', 'it''s'])",
        "EXISTS (SELECT FROM jsonb_array_elements(meta -> 'tags') AS e WHERE e ->> 'k' = 'x')", "kind IN (SELECT unnest(ARRAY['x', 'y']))",
        "EXISTS (SELECT FROM jsonb_array_elements(t.meta -> 'tags') AS e WHERE e ->> 'k' = T.kind OR \"t\" . \"Odd.*\" = 't')"})
    void whatATriggerSees(String condition) throws SQLException {
        declared("when", condition).labels("orgscope-expand").update();
        database.execute("INSERT INTO posts SELECT 13, 1, kind, meta, \"Odd.*\" FROM posts WHERE id = 11");
        assertThat(database.organizations("posts")).isEqualTo("11=1 12=2 13=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_active", "members.is_active", "name = 'x' AND name::name = 'x'", "\"Odd.*\" = 'x' AND is_active"})
    void whatATriggerOnTheParentSees(String condition) throws SQLException {
        declared("where", condition).labels("orgscope-expand").update();
        assertThat(database.organizations("posts")).isEqualTo("11=1 12=2");
    }

    @Test
    void aStoredColumnOfTheParent() throws SQLException {
        database.execute("ALTER TABLE members ADD named boolean GENERATED ALWAYS AS (name = 'x') STORED", "UPDATE members SET name = 'y' WHERE id = 2");
        database.execute("INSERT INTO members (id, user_id, organization_id, name) VALUES (3, 2, 3, 'x')");
        declared("where", "named").labels("orgscope-expand").update();
        assertThat(database.organizations("posts")).isEqualTo("11=1 12=3");
        database.execute("UPDATE members SET name = CASE id WHEN 2 THEN 'x' ELSE 'y' END WHERE user_id = 2");
        assertThat(database.organizations("posts")).isEqualTo("11=1 12=2");
    }

    /** The trigger that locks runs before the column is computed. It looks at the columns that the column is computed from. */
    @Test
    void anUpdateThatDoesNotChangeAStoredColumnLocksNothing() throws SQLException {
        database.execute("CREATE TABLE users (id int PRIMARY KEY)", "INSERT INTO users VALUES (1), (2)", "ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users",
                "ALTER TABLE members ADD FOREIGN KEY (user_id) REFERENCES users, ADD named boolean GENERATED ALWAYS AS (name = 'x' AND is_active) STORED");
        declared("where", "named").labels("orgscope-expand").update();
        try (Connection application = database.connection(); Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute("UPDATE members SET role_id = 2 WHERE id = 1");
            database.execute("SELECT FROM users WHERE id = 1 FOR UPDATE NOWAIT");
            statement.execute("UPDATE members SET is_active = false WHERE id = 1");
            assertThatThrownBy(() -> database.execute("SELECT FROM users WHERE id = 1 FOR KEY SHARE NOWAIT")).hasMessageContaining("could not obtain lock");
            application.rollback();
        }
    }

    /** A trigger has NULL in such a column. */
    @Test
    void aVirtualColumnOfTheParent() throws SQLException {
        assumeTrue(Postgres.major() >= 18, "before, each generated column is stored");
        database.execute("ALTER TABLE members ADD named boolean GENERATED ALWAYS AS (name = 'x'), ADD home int GENERATED ALWAYS AS (organization_id)");
        assertThatThrownBy(declared("where", "named")::update).hasMessageContainingAll("c.orgscope.yaml:6: The condition where: \"named",
                "names members.named, a virtual generated column: PostgreSQL does not compute it for a trigger", "again as STORED.");
        assertThatThrownBy(declared("home", "where", "is_active")::update).hasMessageContaining("reads members.home, a virtual generated column");
        declared("where", "name = 'x'").labels("orgscope-expand").update();
        assertThat(database.organizations("posts")).isEqualTo("11=1 12=2");
    }

    /** A query over partitions has one scan for each. */
    @Test
    void aPartitionedTable() throws SQLException {
        database.execute("ALTER TABLE posts RENAME TO before; CREATE TABLE posts (id int, user_id int, kind text) PARTITION BY LIST (kind);"
                + " CREATE TABLE posts_x PARTITION OF posts FOR VALUES IN ('x'); CREATE TABLE posts_rest PARTITION OF posts DEFAULT;"
                + " INSERT INTO posts SELECT id, user_id, kind FROM before");
        assertThatThrownBy(declared("when", "t IS NOT NULL")::update).hasMessageContaining("reads columns of posts that it does not name.");
        declared("when", "kind = 'x'").labels("orgscope-expand").update();
        assertThat(database.organizations("posts")).isEqualTo("11=1 12=2");
    }

    /** Step 02 in a changelog of one's own has no step 00 before it. */
    @Test
    void step02ByHand() throws SQLException {
        database.execute("ALTER TABLE posts ADD organization_id int");
        Liquibases byHand = Liquibases.on(database).in(directory).changelog("c.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: fill
                      author: me
                      runInTransaction: false
                      changes:
                        - keepOrganizationFilled:
                            tableName: posts
                            route: |
                              - { path: user_id -> members(user_id).organization_id, when: public.is_x(t) }
                """);
        assertThatThrownBy(byHand::update).hasMessageContaining("The condition when: \"public.is_x(t)\" reads columns of posts that it does not name.");
        assertThat(database.number("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")).isZero();
    }
}
