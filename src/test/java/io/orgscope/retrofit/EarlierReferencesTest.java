package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An INSERT locks a referenced table that is higher up than its parent. The lock compares as the foreign key does, although no route reads the columns. */
@PostgresTest
class EarlierReferencesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"types.ltree, types.ltree, OPERATOR(types.=)", "types.citext, types.citext, OPERATOR(types.=)", "text, types.citext, =",
        "text COLLATE \"C\", text COLLATE \"POSIX\", =", "text, text COLLATE \"C\", =", "types.code, types.code, OPERATOR(types.=)"})
    void aKeyOfAnyType(String key, String reference, String operator, TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA types; CREATE EXTENSION ltree SCHEMA types; CREATE EXTENSION citext SCHEMA types", "CREATE DOMAIN types.code AS types.ltree",
                """
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations VALUES (1), (2);
                CREATE TABLE countries (code %1$s PRIMARY KEY);
                INSERT INTO countries VALUES ('fr'), ('de');
                CREATE TABLE users (id int PRIMARY KEY, country %2$s REFERENCES countries, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 'fr', 1), (2, 'de', 2);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users, country %2$s REFERENCES countries);
                INSERT INTO posts VALUES (1, 1, 'fr')
                """.formatted(key, reference));
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables: [ { table: posts, route: user_id -> users.home } ]
                """).labels("orgscope-expand");
        assertThat(liquibase.updateSql()).contains("-- posts: until step 10 an INSERT also locks the rows that it references in countries.");
        liquibase.update();
        database.execute("INSERT INTO posts VALUES (2, 2, 'de'), (3, 1, NULL)");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=2 3=1");
        assertThat(database.string("SELECT prosrc FROM pg_proc WHERE proname = ?", "orgscope_fill_posts"))
                .contains("FROM \"public\".\"countries\" AS p WHERE p.\"code\" " + operator + " NEW.\"country\"");
    }
}
