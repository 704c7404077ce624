package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old rows that break a constraint that is NOT VALID cannot be updated. They are found before anything is changed. */
@PostgresTest
class UncheckedRowsTest {

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                INSERT INTO organizations VALUES (1);
                INSERT INTO users VALUES (1, 1);
                """);
    }

    private void posts(String further) throws SQLException {
        database.execute("CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, body text)" + further);
    }

    private Liquibases update() {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml",
                "orgscope:\n  version: 1\n  tables:\n    - { table: posts, route: user_id -> users.organization_id }\n");
    }

    private void refuses(String... messages) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(update()::update).hasMessageContainingAll(messages).hasMessageNotContaining("secret");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog WHERE id NOT LIKE '%/00-preflight'")).isEmpty();
    }

    @Test
    void aCheck() throws SQLException {
        posts("");
        database.execute("INSERT INTO posts SELECT n, 1, CASE WHEN n > 3 THEN 'secret' END FROM generate_series(1, 12) n",
                "ALTER TABLE posts ADD CONSTRAINT short CHECK (length(body) < 3) NOT VALID, ADD CONSTRAINT whole CHECK (posts.* IS NOT NULL OR id < 99) NOT VALID");
        refuses("rowsPassTheirChecks: posts: ", "9 violations: id=4 by short; id=5 by short; ", "id=8 by short; …. Correct the rows, or drop the constraint");
        database.execute("UPDATE posts SET body = 'ok' WHERE body IS NOT NULL");
        update().update();
        assertThat(database.number("SELECT count(*) FROM posts WHERE organization_id = 1")).isEqualTo(12);
    }

    @Test
    void aCheckOfAPartitionAlone() throws SQLException {
        posts(" PARTITION BY RANGE (id)");
        database.execute("CREATE TABLE posts_1 PARTITION OF posts FOR VALUES FROM (1) TO (100)", "CREATE TABLE posts_2 PARTITION OF posts FOR VALUES FROM (100) TO (200)",
                "INSERT INTO posts VALUES (1, 1, 'secret'), (101, 1, 'secret')", "ALTER TABLE posts_2 ADD CONSTRAINT short CHECK (length(body) < 3) NOT VALID");
        refuses("1 violation: id=101 by short.");
        database.execute("ALTER TABLE posts_2 DROP CONSTRAINT short", "ALTER TABLE posts ADD CONSTRAINT everywhere CHECK (length(body) < 3) NOT VALID");
        refuses("2 violations: id=1 by everywhere; id=101 by everywhere.");
    }

    @Test
    void aCheckOfTheOrganizationIsWhatTheStepsFill() throws SQLException {
        posts("");
        database.execute("INSERT INTO posts VALUES (1, 1)", "ALTER TABLE posts ADD organization_id int, ADD CHECK (organization_id IS NOT NULL) NOT VALID");
        update().update();
    }

    /** Step 03 does not update it. */
    @Test
    void aRowThatHasItsOrganizationDoesNotCount() throws SQLException {
        posts("");
        database.execute("ALTER TABLE posts ADD organization_id int", "INSERT INTO posts VALUES (1, 1, 'secret', 1), (2, 1, 'ok', NULL), (3, 1, 'secret', NULL)",
                "ALTER TABLE posts ADD CONSTRAINT short CHECK (length(body) < 3) NOT VALID");
        refuses("1 violation: id=3 by short.");
        database.execute("DELETE FROM posts WHERE id = 3");
        update().update();
        assertThat(database.number("SELECT count(*) FROM posts WHERE organization_id = 1")).isEqualTo(2);
    }

    @Test
    void aNotNull() throws SQLException {
        assumeThat(Postgres.major()).isGreaterThanOrEqualTo(18);
        posts("");
        database.execute("INSERT INTO posts VALUES (1, 1, NULL)", "ALTER TABLE posts ADD CONSTRAINT said NOT NULL body NOT VALID");
        refuses("1 violation: id=1 by said.");
        database.execute("ALTER TABLE posts DROP CONSTRAINT said", "ALTER TABLE posts ADD CONSTRAINT loose CHECK (body IS NOT NULL) NOT ENFORCED");
        update().update();
    }
}
