package io.orgscope.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of type numeric that whole numbers reference, as in schemas that came from Oracle. */
@PostgresTest
class NumericKeysTest {

    @TempDir
    Path directory;

    @Test
    void aWholeNumberMayReferenceThem(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id numeric PRIMARY KEY);
                CREATE TABLE users (id numeric(10) PRIMARY KEY, home int REFERENCES organizations);
                CREATE TABLE posts (id int PRIMARY KEY, user_id bigint REFERENCES users);
                INSERT INTO organizations VALUES (1), (2), (3);
                INSERT INTO users VALUES (1, 1), (2, 2);
                INSERT INTO posts VALUES (1, 1), (2, 2)
                """);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: posts, route: user_id -> users.home }
                """);
        liquibase.labels("orgscope-expand").update();
        database.execute("INSERT INTO posts VALUES (3, 2)", "UPDATE posts SET organization_id = 1 WHERE id = 3", "UPDATE users SET home = 3 WHERE id = 2");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=3 3=1");
        liquibase.update();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        liquibase.update();
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=3 3=1");
    }
}
