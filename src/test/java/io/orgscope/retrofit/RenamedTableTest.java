package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that has triggers of step 02 is renamed: the scoped one, or one that its routes read. */
@PostgresTest
class RenamedTableTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String TABLES = """
            CREATE SCHEMA sales;
            CREATE TABLE organizations (id int PRIMARY KEY);
            CREATE TABLE users (id int PRIMARY KEY, default_organization_id int REFERENCES organizations);
            CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
            INSERT INTO organizations SELECT generate_series(1, 3);
            INSERT INTO users SELECT n, 1 FROM generate_series(1, 2) n;
            INSERT INTO posts SELECT n, 1 FROM generate_series(1, 5) n;
            """;
    private static final String POSTS = """
            orgscope:
              version: 1
              tables:
                - table: posts
                  route: user_id -> public.users.default_organization_id
            """;
    private static final Pattern RUN = Pattern.compile("BEGIN; .*?; COMMIT");

    @TempDir
    Path directory;

    private Liquibases liquibase;

    @BeforeEach
    void expand(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        liquibase = Liquibases.on(database).in(directory).labels("orgscope-expand");
        use(POSTS).update();
        database.execute("UPDATE posts SET organization_id = 3 WHERE id = 1");
    }

    @ParameterizedTest
    @CsvSource({
        "entries, ALTER TABLE posts RENAME TO entries, table: entries",
        "sales.posts, ALTER TABLE posts SET SCHEMA sales, 'table: posts\n      schema: sales'",
        "sales.\"E 1\", ALTER TABLE posts SET SCHEMA sales; ALTER TABLE sales.posts RENAME TO \"E 1\", 'table: \"E 1\"\n      schema: sales'"})
    void theStatementsOfTheMessageLetItGoOn(String name, String rename, String table, TestDatabase database) throws SQLException {
        database.execute(rename);
        Liquibases renamed = use(POSTS.replace("table: posts", table));
        Throwable refused = catchThrowable(renamed::update);
        assertThat(refused).hasMessageContaining("got another name or schema since step 02 made its triggers").hasMessageContaining("former name, posts.");
        assertThatThrownBy(() -> renamed.run("orgscopeRepair", Map.of("spec", FILE))).hasMessageContaining("got another name or schema");
        assertThat(database.string("SELECT string_agg(DISTINCT organization_id::text, ' ') FROM " + name + " WHERE id = 1")).isEqualTo("3");

        database.execute(RUN.matcher(refused.getMessage()).results().map(MatchResult::group).findFirst().orElseThrow());
        renamed.update();
        database.execute("INSERT INTO " + name + " VALUES (9, 2)", "UPDATE users SET default_organization_id = 2");
        assertThat(database.strings("SELECT organization_id FROM " + name + " ORDER BY id")).as("the chosen one stays").containsExactly("3", "2", "2", "2", "2", "2");
        renamed.labels("").update();
        nothingIsLeft(database);
        database.execute("UPDATE users SET default_organization_id = 1");
    }

    @Test
    void withItsFormerNameItGoesOn(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE posts RENAME TO entries");
        String message = catchThrowable(use(POSTS.replace("posts", "entries"))::update).getMessage();
        String back = "ALTER TABLE \"public\".\"entries\" RENAME TO \"posts\"";
        assertThat(message).contains("Give it back: " + back + ". ");
        database.execute(back);
        use(POSTS).labels("").update();
        nothingIsLeft(database);
        use(POSTS).rollbackAll();
    }

    @Test
    void aParentThatWasRenamedIsFollowedAgain(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE users RENAME TO accounts");
        use(POSTS.replace("users", "accounts")).update();
        database.execute("INSERT INTO posts VALUES (9, 2)", "UPDATE accounts SET default_organization_id = 2");
        assertThat(database.strings("SELECT organization_id FROM posts ORDER BY id")).containsExactly("3", "2", "2", "2", "2", "2");
        assertThat(functions(database)).containsExactly("orgscope_fill_posts", "orgscope_follow_posts$accounts");
        use(POSTS.replace("users", "accounts")).labels("").update();
        nothingIsLeft(database);
    }

    @Test
    void aParentThatGotTheNameOfAnotherOne(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE users RENAME TO accounts", "CREATE TABLE users (LIKE accounts INCLUDING ALL)", "INSERT INTO users SELECT * FROM accounts",
                "ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey, ADD FOREIGN KEY (user_id) REFERENCES users");
        use(POSTS + "      moves: refuse\n").update();
        assertThat(database.strings("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'zz_orgscope_follow%'")).containsExactly("users");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theRollbackDropsTheTriggersOfAParentThatWasRenamed(boolean declared, TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE users RENAME TO accounts");
        Liquibases again = use(POSTS.replace("users", "accounts"));
        if (declared) {
            again.update();
        }
        again.rollbackAll();
        nothingIsLeft(database);
        database.execute("UPDATE accounts SET default_organization_id = 3");
        again.update();
    }

    private static List<String> functions(TestDatabase database) throws SQLException {
        return database.strings("SELECT proname FROM pg_proc WHERE proname LIKE 'orgscope%' ORDER BY 1");
    }

    private static void nothingIsLeft(TestDatabase database) throws SQLException {
        assertThat(functions(database)).isEmpty();
        assertThat(database.strings("SELECT relname FROM pg_class WHERE relname LIKE 'orgscope_filled%'")).isEmpty();
        assertThat(database.strings("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%orgscope%'")).isEmpty();
    }

    private Liquibases use(String declaration) {
        return liquibase.changelog(FILE, declaration);
    }
}
