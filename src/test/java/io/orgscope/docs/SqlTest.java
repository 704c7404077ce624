package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The queries of docs/sql do what the documentation says of them. */
@PostgresTest
class SqlTest {

    @TempDir
    Path directory;

    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).into(database);
        liquibase = Liquibases.on(database).in(Path.of("examples", "demo")).changelog("changelog.yaml");
    }

    @Test
    void showTheChangelogLockAndTheSessions(TestDatabase database) throws SQLException, IOException {
        liquibase.run("updateCount", Map.of("count", 1));
        database.execute("UPDATE databasechangeloglock SET locked = true, lockgranted = localtimestamp - interval '10 minutes', lockedby = 'node-1'");
        assertThat(database.rows(read("changelog-lock.sql"))).singleElement().satisfies(lock -> {
            assertThat(lock.get(0)).isEqualTo("node-1");
            assertThat(lock.get(2)).startsWith("00:10:");
        });
        try (Connection open = database.connection()) {
            open.setAutoCommit(false);
            open.createStatement().execute("SELECT 'a forgotten report'");
            String pid = String.valueOf(open.unwrap(PGConnection.class).getBackendPID());
            assertThat(database.rows(read("sessions.sql"))).filteredOn(session -> session.get(0).equals(pid)).singleElement().satisfies(session -> {
                assertThat(session.get(4)).isEqualTo("idle in transaction");
                assertThat(session.get(5)).as("the age of its transaction").isNotNull();
                assertThat(session.get(6)).isEqualTo("SELECT 'a forgotten report'");
            });
        }
    }

    @Test
    void dropWhatARollbackHasKept(TestDatabase database) throws SQLException, IOException {
        liquibase.update();
        liquibase.rollback("before-tenancy");
        assertThat(database.number("SELECT count(*) FROM orgscope.social_platform_connections")).isPositive();
        database.execute(read("drop-kept.sql"));
        assertThat(database.strings("SELECT nspname FROM pg_namespace WHERE nspname = 'orgscope'")).isEmpty();
    }

    /** The role has no other privileges, and the database is not its own. */
    @Test
    void giveTheRoleTheRightsThatTheStepsNeed(TestDatabase database) throws SQLException, IOException {
        Login migrator = database.asRole("migrator_of_" + database.name());
        Login application = database.asRole("app_of_" + database.name());
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", "REVOKE TEMP ON DATABASE " + database.name() + " FROM PUBLIC", "CREATE SCHEMA app",
                "CREATE TABLE app.organizations (id int PRIMARY KEY)", "INSERT INTO app.organizations VALUES (1)",
                "CREATE TABLE app.users (id int PRIMARY KEY, home int REFERENCES app.organizations)", "INSERT INTO app.users VALUES (1, 1)",
                "CREATE TABLE app.posts (id int PRIMARY KEY, user_id int REFERENCES app.users, slug text CONSTRAINT posts_slug UNIQUE)",
                "INSERT INTO app.posts VALUES (1, 1, 'a')",
                "CREATE TABLE app.members (user_id int, organization_id int, UNIQUE (organization_id, user_id))", "INSERT INTO app.members VALUES (1, 1)",
                "GRANT USAGE ON SCHEMA app TO " + application.user(), "GRANT SELECT, INSERT, UPDATE, DELETE ON app.posts TO " + application.user(),
                "ALTER ROLE " + migrator.user() + " SET search_path = app", "ALTER TABLE app.posts OWNER TO " + migrator.user(),
                read("privileges.sql").replace("migrator", migrator.user()).replace("DATABASE app_db", "DATABASE " + database.name())
                        .replace("app_role", application.user()));
        Liquibases posts = Liquibases.on(migrator).in(directory).changelog("posts.orgscope.yaml", """
                orgscope:
                  version: 1
                  isolation: { references: composite, rows: { roles: [ %s ] } }
                  tables:
                    - table: posts
                      route: user_id -> users.home
                      unique: { replaces: posts_slug }
                      isolation: { memberships: user_id -> members(user_id).organization_id }
                """.formatted(application.user()));
        posts.update();
        assertThat(database.number("SELECT organization_id FROM app.posts")).isEqualTo(1);
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE confrelid = 'app.members'::regclass")).hasSize(1);
        posts.rollbackAll();
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'app.posts'::regclass AND attname = 'organization_id'")).isZero();
        database.execute("DROP SCHEMA orgscope CASCADE", "REVOKE pg_read_all_stats FROM " + migrator.user());
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("docs", "sql", file));
    }
}
