package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that a new column breaks are refused before anything is changed, and no others are. PostgreSQL says which those are. */
@PostgresTest
class RowFunctionsTest {

    private static final String MARK = "functionsKeepWorking: posts: ";

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        // In PostgreSQL 14 everybody may create objects in public. Then functions that need it are refused for another reason.
        database.execute("""
                REVOKE CREATE ON SCHEMA public FROM PUBLIC;
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL, body text);
                CREATE TABLE posts_history (id int, user_id int, body text);
                CREATE TABLE "Log" (op text, row jsonb);
                CREATE TABLE stamped (id int, user_id int, body text, at timestamptz);
                INSERT INTO organizations VALUES (1);
                INSERT INTO users VALUES (1, 1);
                INSERT INTO posts VALUES (1, 1, 'a');
                """);
    }

    private Liquibases update() {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml",
                "orgscope:\n  version: 1\n  tables:\n    - { table: posts, route: \"user_id -> users(id).organization_id\" }\n");
    }

    private void refuses(String message) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(update()::update).hasMessageContainingAll("c.orgscope.yaml:4: " + MARK, message, "Name the columns in a copy");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEmpty();
    }

    private void trigger(String body) throws SQLException {
        database.execute("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN " + body + "\nRETURN NEW; END $f$",
                "CREATE TRIGGER keep BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION keep()");
    }

    /** It works before, and it fails once there is another column: what the check is about. */
    private void breaksByAColumn(String use) throws SQLException {
        database.execute(use);
        assertThatThrownBy(() -> database.execute("BEGIN; ALTER TABLE posts ADD organization_id int; " + use + "; ROLLBACK"))
                .matches(failed -> ((SQLException) failed).getSQLState().matches("42.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO posts_history SELECT OLD.*;", "insert into public.posts_history values (old.*);", "INSERT INTO posts_history VALUES ((OLD).*);",
        "INSERT INTO posts_history (id, user_id, body) SELECT OLD.* WHERE OLD.body IS NOT NULL;", "INSERT INTO stamped SELECT NEW.*, now();",
        "INSERT INTO posts_history (SELECT OLD.*); -- the row as it was"})
    void triggersThatCopyTheRow(String body) throws SQLException {
        trigger(body);
        breaksByAColumn("UPDATE posts SET body = 'b'");
        refuses("public.keep() inserts NEW.* or OLD.* into ");
        database.execute("COMMENT ON FUNCTION keep() IS '[orgscope accepted] it is replaced tonight'");
        assertThatThrownBy(update()::update).as("whoever accepts it meets PostgreSQL's own error").hasMessageNotContaining(MARK)
                .hasMessageContaining("INSERT has more expressions than target columns");
    }

    /** The script itself would not look. */
    @Test
    void aScriptIsNotWritten() throws SQLException {
        trigger("INSERT INTO posts_history SELECT OLD.*;");
        assertThatThrownBy(update()::updateSql).hasMessageContainingAll(MARK, "public.keep() inserts NEW.* or OLD.* into posts_history", "Write the script again");
        update().releaseLocks();
        database.execute("ALTER TABLE posts_history ADD organization_id int");
        Script.run(database, update().updateSql());
        database.execute("UPDATE posts SET body = 'b'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO posts_history VALUES (OLD.id, OLD.user_id, OLD.body);", "INSERT INTO \"Log\" VALUES ('U', to_jsonb(NEW.*));",
        "INSERT INTO \"Log\" SELECT TG_OP, row_to_json(OLD.*)::jsonb;", "INSERT INTO posts_history SELECT r.id, r.user_id, r.body FROM (SELECT NEW.*) AS r;",
        "INSERT INTO stamped (id, at) SELECT NEW.id, now() WHERE OLD.* IS DISTINCT FROM NEW.*;", "OLD.id := -OLD.id; INSERT INTO posts VALUES (OLD.*);",
        "/* INSERT INTO posts_history SELECT OLD.*; */", "IF NEW.* IS NOT DISTINCT FROM OLD.* THEN RETURN NULL; END IF; INSERT INTO \"Log\" VALUES ('U', NULL);"})
    void othersGoOn(String body) throws SQLException {
        trigger(body);
        update().updateCount(2);
        database.execute("UPDATE posts SET body = 'b'");
    }

    @Test
    void aHistoryThatHasTheColumnAlready() throws SQLException {
        trigger("INSERT INTO posts_history SELECT OLD.*;");
        refuses("public.keep() inserts NEW.* or OLD.* into posts_history");
        database.execute("ALTER TABLE posts_history ADD organization_id int");
        update().update();
        database.execute("UPDATE posts SET body = 'b'");
        assertThat(database.number("SELECT count(*) FROM posts_history WHERE organization_id = 1")).isEqualTo(1);
    }

    @Test
    void aHistoryWithASpaceInItsName() throws SQLException {
        database.execute("ALTER TABLE posts_history RENAME TO \"posts. history\"");
        trigger("INSERT INTO public . \"posts. history\" SELECT OLD.*;");
        refuses("public.keep() inserts NEW.* or OLD.* into public.\"posts. history\"");
        database.execute("ALTER TABLE \"posts. history\" ADD organization_id int");
        update().update();
    }

    /** Only a branch that is plainly for another table does not count. */
    @Test
    void aFunctionThatServesSeveralTables() throws SQLException {
        trigger("IF TG_TABLE_NAME = 'stamps' THEN INSERT INTO stamped SELECT OLD.*, now();\nELSIF tg_relname= 'posts' THEN INSERT INTO posts_history SELECT OLD.*; END IF;");
        refuses("public.keep() inserts NEW.* or OLD.* into posts_history");
        assertThatThrownBy(update()::update).hasMessageContaining("into posts_history").hasMessageNotContaining("into stamped");
        database.execute("ALTER TABLE posts_history ADD organization_id int");
        update().update();
        database.execute("UPDATE posts SET body = 'b'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IF TG_TABLE_NAME = 'stamps' THEN NULL; ELSE INSERT INTO posts_history SELECT OLD.*; END IF;",
        "IF TG_TABLE_NAME = 'stamps' THEN NULL; END IF; INSERT INTO posts_history SELECT OLD.*;",
        "IF TG_TABLE_NAME = 'stamps' OR true THEN INSERT INTO posts_history SELECT OLD.*; END IF;",
        "-- IF TG_TABLE_NAME = 'stamps' THEN\nINSERT INTO posts_history SELECT OLD.*;"})
    void aBranchThatMayBeForTheTable(String body) throws SQLException {
        trigger(body);
        breaksByAColumn("UPDATE posts SET body = 'b'");
        refuses("public.keep() inserts NEW.* or OLD.* into posts_history");
    }

    @Test
    void disabledTriggersDoNotCount() throws SQLException {
        trigger("INSERT INTO posts_history SELECT OLD.*;");
        database.execute("ALTER TABLE posts DISABLE TRIGGER keep");
        update().update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SETOF posts LANGUAGE sql AS 'SELECT id, user_id, body FROM posts'", "posts LANGUAGE sql AS 'SELECT 1; SELECT p.id, user_id, coalesce(body, ''x'') FROM posts p LIMIT 1;'",
        "SETOF posts LANGUAGE sql BEGIN ATOMIC SELECT * FROM posts; END", "SETOF posts LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT id, user_id, body FROM posts; END'",
        "SETOF posts LANGUAGE sql AS 'UPDATE posts SET body = body RETURNING id, user_id, body'"})
    void functionsThatReturnRowsByTheirColumns(String function) throws SQLException {
        database.execute("CREATE FUNCTION found() RETURNS " + function);
        breaksByAColumn("SELECT * FROM found()");
        refuses("public.found() returns rows of posts and lists their 3 columns");
        database.execute("COMMENT ON FUNCTION found() IS '[orgscope accepted] nobody uses it'");
        update().update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SETOF posts LANGUAGE sql AS 'SELECT * FROM posts'", "SETOF posts LANGUAGE sql AS 'SELECT p.* FROM posts p, users u WHERE u.id = p.user_id'",
        "posts LANGUAGE sql AS 'SELECT p FROM posts p LIMIT 1'", "SETOF posts LANGUAGE plpgsql AS 'BEGIN RETURN QUERY SELECT * FROM posts; END'",
        "SETOF posts LANGUAGE plpgsql AS 'DECLARE r posts; BEGIN FOR r IN SELECT * FROM posts LOOP RETURN NEXT r; END LOOP; END'",
        "SETOF posts LANGUAGE sql AS 'UPDATE posts SET body = body RETURNING *'", "TABLE (a int, b int, c text) LANGUAGE sql AS 'SELECT id, user_id, body FROM posts'"})
    void otherFunctionsGoOn(String function) throws SQLException {
        database.execute("CREATE FUNCTION found() RETURNS " + function);
        update().update();
        assertThat(database.strings("SELECT f::text FROM found() f")).hasSize(1);
    }
}
