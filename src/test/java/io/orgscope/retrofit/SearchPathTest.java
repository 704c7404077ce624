package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operators of citext are in a schema that the migrating session may not have in its search_path. Then {@code citext = 'A'} would be the comparison
 * of text, without an error. The backfill and the rules would give another organization than the triggers.
 */
@PostgresTest
class SearchPathTest {

    private static final String OF_INVOICES = "10=1 11=1 12=2 13=1";

    @TempDir
    Path directory;

    private TestDatabase database;
    private Login migrator;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        migrator = database.asOwner("migrator_of_" + database.name());
    }

    /** Old rows hold 'invoice'. Only citext finds them equal to 'Invoice'. */
    private void tables(String extension, String path) throws SQLException {
        database.execute("CREATE SCHEMA app AUTHORIZATION " + migrator.user(), "CREATE EXTENSION citext SCHEMA " + extension,
                "GRANT USAGE ON SCHEMA " + extension + " TO " + migrator.user(), "ALTER ROLE " + migrator.user() + " SET search_path = " + path);
        migrator.execute("""
                CREATE TABLE app.organizations (id int PRIMARY KEY);
                INSERT INTO app.organizations SELECT generate_series(1, 9);
                CREATE TABLE app.users (id int PRIMARY KEY, default_organization_id int REFERENCES app.organizations);
                INSERT INTO app.users VALUES (1, 8), (2, 9);
                CREATE TABLE app.invoices (number %1$s.citext PRIMARY KEY, organization_id int REFERENCES app.organizations);
                INSERT INTO app.invoices VALUES ('A-1', 1), ('a-2', 2);
                CREATE TABLE app.payments (id int PRIMARY KEY, user_id int REFERENCES app.users, kind %1$s.citext, ref %1$s.citext, note text);
                INSERT INTO app.payments VALUES (10, 1, 'invoice', 'A-1'), (11, 1, 'Invoice', 'a-1'), (12, 2, 'INVOICE', 'A-2'), (13, 2, 'invoice', 'a-1')
                """.formatted(extension));
    }

    private Liquibases declared() {
        return declared("");
    }

    private Liquibases declared(String ofTable) {
        return Liquibases.on(migrator).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  schema: app
                  tables:
                    - table: payments
                      route:
                        - { path: ref -> invoices.organization_id, when: "kind = 'Invoice'" }
                        - user_id -> users.default_organization_id
                """ + ofTable);
    }

    private String filled() throws SQLException {
        return database.organizations("app.payments WHERE id < 100");
    }

    /** The application finds citext by its own search_path. */
    private void triggersAgree() throws SQLException {
        assertThat(filled()).isEqualTo(OF_INVOICES);
        database.execute("INSERT INTO app.payments SELECT id + 100, user_id, kind, ref FROM app.payments WHERE id < 100");
        assertThat(database.number("SELECT count(*) FROM app.payments a JOIN app.payments b ON b.id = a.id + 100 AND b.organization_id = a.organization_id WHERE a.id < 100"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "ext"})
    void theBackfillAndTheRulesMeanWhatTheTriggersMean(String extension) throws SQLException {
        database.execute("CREATE SCHEMA ext");
        tables(extension, "app");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases liquibase = declared();
        liquibase.labels("orgscope-expand").update();
        triggersAgree();
        database.execute("SET session_replication_role = replica; UPDATE app.payments SET organization_id = 9 WHERE id = 10",
                "RESET session_replication_role", "DELETE FROM app.databasechangelog WHERE id LIKE '%08-verify%'");
        assertThatThrownBy(liquibase::update).hasStackTraceContaining("storedEqualsRouted").hasStackTraceContaining("id=10");
        assertThat(liquibase.run("orgscopeRepair", Map.of("spec", "tenancy.orgscope.yaml"))).contains("1 row repaired");
        assertThat(filled()).isEqualTo(OF_INVOICES);
        liquibase.update();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** Liquibase sets the path of its default schema in its own session only. */
    @ParameterizedTest
    @CsvSource({"app, 1", "app, 2", "public, 2"})
    void everyWorkerHasThePath(String extension, int workers) throws SQLException {
        tables(extension, "nowhere");
        migrator.execute("INSERT INTO app.payments SELECT n, 1, 'invoice', 'A-1', repeat('x', 900) FROM generate_series(1000, 33000) n",
                "CREATE TABLE app.seen (pid int)", """
                CREATE FUNCTION app.see() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN INSERT INTO app.seen VALUES (pg_catalog.pg_backend_pid()); RETURN NEW; END $$;
                CREATE TRIGGER see BEFORE UPDATE ON app.payments FOR EACH ROW WHEN (NEW.id % 100 = 0) EXECUTE FUNCTION app.see()
                """);
        declared("      workers: " + workers + "\n").run("update", Map.of("labelFilter", "orgscope-expand", "defaultSchemaName", "app"));
        triggersAgree();
        assertThat(database.number("SELECT count(*) FROM app.payments WHERE id >= 1000 AND organization_id = 1")).isEqualTo(32_001);
        assertThat(database.number("SELECT count(DISTINCT pid) FROM app.seen")).isEqualTo(workers);
    }

    @Test
    void theScriptToo() throws SQLException {
        tables("public", "app");
        Liquibases liquibase = declared().labels("orgscope-expand");
        String script = liquibase.updateSql();
        try (Connection session = migrator.connection()) {
            Script.run(session, script);
            assertThat(path(session)).isEqualTo("app");
        }
        triggersAgree();
        try (Connection session = migrator.connection()) {
            Script.run(session, liquibase.rollbackAllSql());
            assertThat(path(session)).isEqualTo("app");
        }
        assertThat(database.number("SELECT count(*) FROM orgscope.\"app.payments\"")).isEqualTo(8);
    }

    /** Step 11 compares too. As texts, the user of two rows would be no member. */
    @Test
    void theScriptOfStep11Too() throws SQLException {
        tables("public", "app");
        migrator.execute("CREATE TABLE app.members (name public.citext, organization_id int REFERENCES app.organizations, PRIMARY KEY (name, organization_id))",
                "INSERT INTO app.members VALUES ('A-1', 1), ('a-2', 2)");
        Liquibases liquibase = declared("      isolation: { references: composite, memberships: ref -> members(name).organization_id }\n");
        liquibase.labels("orgscope-expand or orgscope-contract").update();
        try (Connection session = migrator.connection()) {
            Script.run(session, liquibase.updateSql());
            assertThat(path(session)).isEqualTo("app");
        }
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE confrelid = 'app.members'::regclass AND convalidated")).isEqualTo(1);
    }

    private static String path(Connection session) throws SQLException {
        try (var statement = session.createStatement(); var row = statement.executeQuery("SHOW search_path")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Our statements fire the triggers of the user, and these run with the path of our session. So its schemas stay first. */
    @Test
    void theTriggersOfTheUserFindWhatTheyFoundBefore() throws SQLException {
        tables("public", "app");
        database.execute("CREATE TABLE public.touched (id int)");
        migrator.execute("""
                CREATE TABLE app.touched (id int);
                CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO touched VALUES (NEW.id); RETURN NEW; END $$;
                CREATE TRIGGER touch BEFORE UPDATE ON app.payments FOR EACH ROW EXECUTE FUNCTION app.touch()
                """);
        declared().labels("orgscope-expand").update();
        assertThat(filled()).isEqualTo(OF_INVOICES);
        assertThat(database.number("SELECT count(DISTINCT id) FROM app.touched")).isEqualTo(4);
        assertThat(database.number("SELECT count(*) FROM public.touched")).isZero();
    }

    /** The schemas of the session come first. If one of them has another operator, the backfill and the triggers differ. Step 08 stops. */
    @Test
    void step08HasThePathOfTheTriggers() throws SQLException {
        tables("public", "app");
        migrator.execute("""
                CREATE FUNCTION app.never(public.citext, public.citext) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false';
                CREATE OPERATOR app.= (LEFTARG = public.citext, RIGHTARG = public.citext, FUNCTION = app.never)
                """);
        assertThatThrownBy(declared().labels("orgscope-expand")::update).hasStackTraceContaining("storedEqualsRouted: app.payments");
    }

    @Test
    void aPreconditionAndTheScanToo() throws SQLException {
        tables("public", "app");
        Liquibases guarded = Liquibases.on(migrator).in(directory).changelog("changelog.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: guarded
                      author: me
                      preConditions:
                        - everyRowHasOneOrganization:
                            schemaName: app
                            tableName: payments
                            organizationsSchemaName: app
                            route: |
                              - { path: ref -> invoices.organization_id, when: "kind = 'Invoice'" }
                      changes:
                        - sql: SELECT 1
                """);
        guarded.update();
        Liquibases liquibase = declared();
        liquibase.update();
        assertThat(liquibase.run("orgscopeScan", Map.of("spec", "tenancy.orgscope.yaml", "deep", true, "failOn", "never")))
                .doesNotContain("check-not-run").doesNotContain("hold another organization");
    }

    /** The type of the key has no schema in what format_type writes for a session with its schema in the path. */
    @Test
    void aKeyOfAnExtensionsType() throws SQLException {
        tables("public", "app");
        migrator.execute("""
                CREATE DOMAIN app.code AS public.citext CHECK (VALUE <> '');
                DROP TABLE app.payments, app.invoices, app.users, app.organizations;
                CREATE TABLE app.organizations (id app.code PRIMARY KEY);
                INSERT INTO app.organizations VALUES ('one'), ('two');
                CREATE TABLE app.users (id int PRIMARY KEY, home public.citext REFERENCES app.organizations);
                INSERT INTO app.users VALUES (1, 'One'), (2, 'two');
                CREATE TABLE app.payments (id int PRIMARY KEY, user_id int REFERENCES app.users);
                INSERT INTO app.payments VALUES (10, 1), (11, 2)
                """);
        Liquibases liquibase = Liquibases.on(migrator).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  organizations: { table: organizations, schema: app }
                  tables: [ { table: payments, schema: app, route: user_id -> app.users.home } ]
                """);
        liquibase.labels("orgscope-expand").update();
        assertThat(filled()).isEqualTo("10=One 11=two");
    }
}
