package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated columns where the steps write, or where a foreign key has to lead. From PostgreSQL 18 on they need not be stored. */
@PostgresTest
class GeneratedColumnsTest {

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void tables(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute("""
                CREATE TABLE organizations (n int PRIMARY KEY, id int GENERATED ALWAYS AS (n * 10) STORED NOT NULL UNIQUE);
                INSERT INTO organizations VALUES (1), (2);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations (id));
                INSERT INTO users VALUES (1, 10), (2, 20);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, code int);
                INSERT INTO posts VALUES (1, 1, 1), (2, 2, 2);
                """);
    }

    private Liquibases declared(String key, String more) {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  organizations: { key: %s }
                  tables:
                    - table: posts
                      route: user_id -> users.organization_id
                """.formatted(key) + more);
    }

    /** The organizations may have a stored generated key: a foreign key can reference it, and nothing writes it. */
    @Test
    void aStoredKeyOfTheOrganizations() throws SQLException {
        Liquibases liquibase = declared("id", "");
        liquibase.update();
        assertThat(database.organizations("posts")).isEqualTo("1=10 2=20");
        liquibase.rollbackAll();
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE users SET organization_id = 20 WHERE id = 1");
        assertThat(database.organizations("posts")).isEqualTo("1=20 2=20");
    }

    @Test
    void aStoredOrganizationColumn() throws SQLException {
        database.execute("ALTER TABLE posts ADD organization_id int GENERATED ALWAYS AS (id * 10) STORED");
        assertThatThrownBy(declared("id", "")::update).hasMessageContaining("c.orgscope.yaml:5: posts.organization_id is a generated column; it cannot be filled");
    }

    @Test
    void virtualOnes() throws SQLException {
        assumeTrue(Postgres.major() >= 18, "before, each generated column is stored");
        database.execute("ALTER TABLE posts ADD organization_id int GENERATED ALWAYS AS (id * 10) NOT NULL", "ALTER TABLE organizations ADD code int GENERATED ALWAYS AS (n + 10)");
        assertThatThrownBy(declared("id", "")::update).hasMessageContaining("c.orgscope.yaml:5: posts.organization_id is a generated column; it cannot be filled");
        assertThatThrownBy(declared("code", "")::update).hasMessageContaining("organizations.code is a virtual generated column").hasMessageNotContaining("primary key");
    }

    /** PostgreSQL has no index over it. */
    @Test
    void aVirtualColumnOfAUniqueKey() throws SQLException {
        assumeTrue(Postgres.major() >= 18, "before, each generated column is stored");
        database.execute("ALTER TABLE posts ADD small int GENERATED ALWAYS AS (code)");
        assertThatThrownBy(declared("id", "      unique:\n        - { columns: [small] }\n")::update).hasMessageContaining("c.orgscope.yaml:8: ")
                .hasMessageContaining("posts.small, a virtual generated column");
    }
}
