package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.SmallTables;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organization is deleted after its rows got it, and before step 05. */
@PostgresTest
class DeletedOrganizationTest {

    private static final String WHY = "hold an organization that is not in organizations, so the foreign key does not hold";
    private static final String VALID = "SELECT count(*) FROM pg_constraint WHERE conrelid = 'posts'::regclass AND confrelid = 'organizations'::regclass AND convalidated";

    @TempDir
    Path directory;

    private Liquibases beforeTheForeignKey(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 3);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations ON DELETE SET NULL);
                INSERT INTO users SELECT n, n FROM generate_series(1, 3) n;
                CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users, title text);
                INSERT INTO posts SELECT n, 1 + n % 3, 'secret' FROM generate_series(1, 21) n
                """);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route: user_id -> users.home
                """);
        liquibase.updateBefore("/05-foreign-key");
        database.execute("DELETE FROM organizations WHERE id = 2");
        return liquibase;
    }

    @Test
    void itsRowsAreNamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = beforeTheForeignKey(database);
        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(liquibase::update).hasMessageContainingAll("posts: 7 rows (id=", "; …) " + WHY, "The foreign key fk_posts_organization_id is there",
                    "run ALTER TABLE \"public\".\"posts\" DROP CONSTRAINT \"fk_posts_organization_id\"", "set organization_id of these rows to another one; then run update again")
                    .hasMessageNotContaining("secret").hasMessageNotContaining("23503");
        }
        database.execute("UPDATE posts SET organization_id = 1 WHERE organization_id = 2");
        liquibase.update();
        assertThat(database.number(VALID)).isEqualTo(1);
        liquibase.rollbackAll();
    }

    @Test
    @SmallTables
    void theRowsOfASmallTableToo(TestDatabase database) throws SQLException {
        Liquibases liquibase = beforeTheForeignKey(database);
        assertThatThrownBy(liquibase::update).hasMessageContainingAll("posts: 7 rows (id=", WHY, "This step changed nothing");
        database.execute("INSERT INTO organizations VALUES (2)");
        liquibase.update();
        assertThat(database.number(VALID)).isEqualTo(1);
    }

    /** The choice was kept by a rollback. Its row has to follow its parent before step 03 fills it, like every row without an organization. */
    @Test
    void aChoiceOfItKeepsNoRowFromFollowing(TestDatabase database) throws SQLException {
        Liquibases liquibase = beforeTheForeignKey(database);
        database.execute("UPDATE posts SET organization_id = 3 WHERE id = 3", "UPDATE posts SET organization_id = 1 WHERE organization_id = 2");
        liquibase.rollbackAll();
        database.execute("UPDATE users SET home = 1", "DELETE FROM organizations WHERE id = 3", "INSERT INTO organizations VALUES (4)");
        liquibase.updateBefore("/03-backfill");
        database.execute("UPDATE users SET home = 4");
        assertThat(database.string("SELECT string_agg(DISTINCT coalesce(organization_id::text, '-'), ' ') FROM posts WHERE id = 3")).isEqualTo("4");
        liquibase.update();
    }
}
