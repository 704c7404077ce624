package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition may have its columns in another order than its table. The triggers read them by name. */
@PostgresTest
class PartitionColumnsTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: posts
                  route: user_id -> members(user_id).organization_id
            """;

    @TempDir
    Path directory;

    private static void load(TestDatabase database, String role) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE members (user_id int, organization_id int, role %1$s) PARTITION BY LIST (role);
                CREATE TABLE members_old (role %1$s, organization_id int, user_id int);
                ALTER TABLE members ATTACH PARTITION members_old DEFAULT;
                INSERT INTO members VALUES (1, 1, '7'), (2, 2, '7');
                CREATE TABLE posts (id int PRIMARY KEY, user_id int);
                INSERT INTO posts VALUES (1, 1), (2, 2)
                """.formatted(role));
    }

    private Liquibases liquibase(TestDatabase database) {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).labels("orgscope-expand");
    }

    private static String posts(TestDatabase database) throws SQLException {
        return database.organizations("posts");
    }

    /** The application's statements on the table that the route reads. */
    private static void writes(TestDatabase database) throws SQLException {
        database.execute("UPDATE members SET organization_id = 3 WHERE user_id = 1");
        assertThat(posts(database)).as("the membership's organization changes").isEqualTo("1=3 2=2");
        database.execute("INSERT INTO members VALUES (5, 4, '7'); INSERT INTO posts VALUES (5, 5)");
        database.execute("DELETE FROM members WHERE user_id = 5");
        assertThat(posts(database)).as("a membership comes and goes").isEqualTo("1=3 2=2 5=4");
        // The application chose another organization than the former one, so the row does not follow.
        database.execute("UPDATE posts SET organization_id = 4 WHERE id = 2");
        database.execute("UPDATE members SET organization_id = 1 WHERE user_id = 2");
        assertThat(posts(database)).as("what the application chose stays").isEqualTo("1=3 2=4 5=4");
        database.execute("UPDATE members SET organization_id = 4 WHERE user_id = 2");
        database.execute("UPDATE members SET organization_id = 1 WHERE user_id = 2");
        assertThat(posts(database)).as("its membership gave the same meanwhile, so it follows").isEqualTo("1=3 2=1 5=4");
    }

    @Test
    void typesThatDiffer(TestDatabase database) throws SQLException {
        load(database, "text");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot rows = RowSnapshot.of(database);
        Liquibases liquibase = liquibase(database);
        liquibase.update();
        RowSnapshot.assertSame(rows, RowSnapshot.of(database, List.of("posts.organization_id"), List.of("orgscope")));
        writes(database);
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** With columns of one type PostgreSQL compares what it should not, and says nothing. */
    @Test
    void columnsOfOneType(TestDatabase database) throws SQLException {
        load(database, "int");
        liquibase(database).update();
        writes(database);
    }

    @Test
    void aScriptToo(TestDatabase database) throws SQLException {
        load(database, "int");
        Script.run(database, liquibase(database).updateSql());
        writes(database);
    }

    /** The list has what the routes read. The application may drop the other columns. */
    @Test
    void aColumnThatNoRouteReadsIsDropped(TestDatabase database) throws SQLException {
        load(database, "text");
        database.execute("ALTER TABLE members ADD note text");
        liquibase(database).update();
        database.execute("ALTER TABLE members DROP note");
        writes(database);
    }

    /** The rows of the table itself are the parents. Its list has the columns of all routes and the organization. */
    @Test
    void parentsInThePartitionedTableItself(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE notes (region int, id int, parent_id int, user_id int, "a""b" int, PRIMARY KEY (region, id)) PARTITION BY LIST (region);
                CREATE TABLE notes_old ("a""b" int, user_id int, parent_id int, id int NOT NULL, region int NOT NULL);
                ALTER TABLE notes ATTACH PARTITION notes_old DEFAULT;
                INSERT INTO notes VALUES (1, 1, NULL, 1, 5), (1, 2, 1, NULL, 5), (1, 3, 2, NULL, 5)
                """);
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: notes
                      route:
                        - '(region, parent_id) -> notes(region, id).organization_id'
                        - { path: user_id -> users.home, when: '"a""b" = 5' }
                """).labels("orgscope-expand").update();
        database.execute("UPDATE notes SET user_id = 3 WHERE id = 1");
        assertThat(database.organizations("notes")).isEqualTo("1=3 2=3 3=3");
        database.execute("INSERT INTO notes VALUES (1, 4, 3, NULL, 5)");
        database.execute("DELETE FROM notes WHERE id = 4");
        database.execute("UPDATE users SET home = 4 WHERE id = 3");
        assertThat(database.organizations("notes")).isEqualTo("1=4 2=4 3=4");
    }
}
