package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of the migrating role, or of the application's, that change how PostgreSQL writes SQL text and how it reads literals. */
@PostgresTest
class RoleSettingsTest {

    @TempDir
    Path directory;

    private Login migrator;
    private Liquibases liquibase;

    @BeforeEach
    void tables(TestDatabase database) throws SQLException {
        migrator = database.asOwner("migrator_of_" + database.name());
        Script.run(migrator, """
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 9);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE invoices (number text PRIMARY KEY, organization_id int REFERENCES organizations);
                INSERT INTO invoices VALUES ('17', 5), ('d', 6);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users, ref text, begins timestamp, ends timestamp, hash bytea, slug text);
                INSERT INTO posts VALUES (10, 1, '17', '2026-01-01', '2026-01-02', 'A', 'a'), (11, 2, 'd', '2026-01-01', '2026-01-02', 'B', 'b');
                CREATE UNIQUE INDEX posts_slug ON posts (slug) WHERE ends - begins > INTERVAL '-1 days -02:03:04' AND hash <> '\\x0041'
                """);
        for (String setting : new String[] {"quote_all_identifiers = on", "intervalstyle = sql_standard", "bytea_output = escape",
            "standard_conforming_strings = off", "escape_string_warning = off"}) {
            database.execute("ALTER ROLE " + migrator.user() + " SET " + setting);
        }
        liquibase = Liquibases.on(migrator).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route:
                        - { path: ref -> invoices.organization_id, when: "ref ~ '^\\\\d+$'" }
                        - user_id -> users.home
                      unique: { replaces: posts_slug }
                      index: false
                """);
    }

    /** The application may have the same settings as the migrating role, or others. */
    private void triggersAgree(TestDatabase database) throws SQLException {
        assertThat(database.organizations("posts WHERE id < 100")).isEqualTo("10=5 11=2");
        for (Login login : new Login[] {database, migrator}) {
            login.execute("INSERT INTO posts SELECT id + 100, user_id, ref FROM posts WHERE id < 100");
            assertThat(database.number("SELECT count(*) FROM posts a JOIN posts b ON b.id = a.id + 100 AND b.organization_id = a.organization_id")).isEqualTo(2);
            login.execute("DELETE FROM posts WHERE id > 100");
        }
    }

    @Test
    void updateAndRollback(TestDatabase database) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.labels("orgscope-expand").update();
        triggersAgree(database);
        liquibase.update();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void scripts(TestDatabase database) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Script.run(migrator, liquibase.labels("orgscope-expand").updateSql());
        triggersAgree(database);
        Script.run(migrator, liquibase.updateSql());
        Script.run(migrator, liquibase.rollbackAllSql());
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }
}
