package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 12: what its policies let through, and that they go as they came. */
@PostgresTest
class RowSecurityTest {

    private static final String REFUSED = "new row violates row-level security policy";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aSessionReachesTheRowsOfItsOrganizationAndNoOther(KeyType type, TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database, type);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = tenants.rowSecurity(directory, tenants.bound());
        liquibase.update();

        String first = type.text(1);
        assertThat(tenants.sees(first)).containsExactly("1", "4", "7", "10");
        assertThat(tenants.sees(type.text(2))).containsExactly("2", "5", "8", "11");
        assertThat(tenants.sees(null)).as("without the setting").isEmpty();
        assertThat(tenants.sees("")).as("with an empty setting").isEmpty();
        assertThat(tenants.writes(first, "UPDATE notes SET body = 'x'")).isEqualTo(4);
        assertThat(tenants.writes(first, "DELETE FROM notes WHERE id < 4")).isEqualTo(1);
        assertThat(tenants.writes(first, "INSERT INTO notes VALUES (20, " + type.literal(1) + ")")).isEqualTo(1);
        refused(tenants, first, "INSERT INTO notes VALUES (20, " + type.literal(2) + ")");
        refused(tenants, first, "UPDATE notes SET organization_id = " + type.literal(2) + " WHERE id = 1");
        refused(tenants, first, "INSERT INTO notes VALUES (2, " + type.literal(1) + ") ON CONFLICT (id) DO UPDATE SET body = 'mine'");
        refused(tenants, null, "INSERT INTO notes VALUES (20, " + type.literal(1) + ")");
        malformed(tenants);
        assertThat(tenants.owner.number("SELECT count(*) FROM notes")).as("the owner is not bound").isEqualTo(12);

        liquibase.rollbackCount(1);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** An error; a text key has no malformed value: it matches no row. */
    private static void malformed(Tenants tenants) throws SQLException {
        for (String value : List.of("nobody", "1 OR true", "''1'' OR ''1''=''1''", "1,2", "{1}", "*", "%", "NULL", "null", "-", "99999999999999999999999")) {
            for (String sql : List.of("SELECT id FROM notes", "UPDATE notes SET body = 'x' RETURNING id", "DELETE FROM notes RETURNING id")) {
                if (tenants.type.sqlType().startsWith("varchar")) {
                    assertThat(Tenants.reads(tenants.app, value, sql)).as(value).isEmpty();
                } else {
                    assertThatThrownBy(() -> Tenants.reads(tenants.app, value, sql)).as(value)
                            .extracting(e -> ((SQLException) e).getSQLState()).isIn("22P02", "22003");
                }
            }
        }
    }

    private static void refused(Tenants tenants, String organization, String sql) {
        assertThatThrownBy(() -> tenants.writes(organization, sql))
                .as(sql).hasMessageContaining(REFUSED).extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("42501");
    }

    /** A cast to the column's own type would cut the longer key off, and the shorter one is somebody else's. */
    @Test
    void aKeyThatIsTooLongIsNotCutOffToSomebodyElses(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database, KeyType.VARCHAR);
        tenants.owner.execute("CREATE DOMAIN short AS varchar(5)", "ALTER TABLE notes DROP CONSTRAINT notes_organization_id_fkey,"
                + " ALTER organization_id TYPE short");
        tenants.rowSecurity(directory, tenants.bound()).update();
        assertThat(tenants.sees("org-1")).hasSize(4);
        assertThat(tenants.sees("org-12")).isEmpty();
    }

    /** The script is written before step 01 makes the column, so the type comes from the key of the organizations. */
    @ParameterizedTest
    @CsvSource({"char(3), A, ABC", "short, org-1, org-12", "limited, org-1, org-12"})
    void aKeyThatIsTooLongIsNotCutOffByAScript(String type, String own, String longer, TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner_" + database.name());
        Login app = database.asRole("app_" + database.name());
        owner.execute("""
                CREATE DOMAIN short AS varchar(5);
                CREATE DOMAIN limited AS short CHECK (VALUE <> '');
                CREATE TABLE organizations (id %1$s PRIMARY KEY);
                CREATE TABLE users (id integer PRIMARY KEY, home %1$s NOT NULL REFERENCES organizations);
                CREATE TABLE notes (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users);
                INSERT INTO organizations VALUES ('%2$s');
                INSERT INTO users VALUES (1, '%2$s');
                INSERT INTO notes VALUES (1, 1);
                GRANT SELECT ON notes TO %3$s;
                """.formatted(type, own, app.user()));
        Script.run(owner, Liquibases.on(owner).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  isolation: { rows: { roles: [ %s ] } }
                  tables: [ { table: notes, route: user_id -> users.home } ]
                """.formatted(app.user())).updateSql());
        assertThat(Tenants.reads(app, own, "SELECT id FROM notes")).containsExactly("1");
        assertThat(Tenants.reads(app, longer, "SELECT id FROM notes")).isEmpty();
    }

    /** Without a length, character would be character(1). */
    @ParameterizedTest
    @CsvSource({"char(3), pg_catalog.bpchar", "CHARACTER (3), pg_catalog.bpchar", "character varying(5) COLLATE \"C\", character varying", "bit(3), pg_catalog.\"bit\"",
        "uuid, uuid"})
    void aScriptWithoutADatabaseCastsToNoLengthEither(String declared, String cast, TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        assertThat(tenants.rowSecurity(directory, "tableName: notes, organizationsType: '" + declared + "'").offline().updateSql()).contains("'')::" + cast + ")");
    }

    /** Once a statement, not once a row, and through the organization's index. */
    @ParameterizedTest
    @EnumSource(KeyType.class)
    void thePlanReadsTheSettingOnceAndUsesTheIndex(KeyType type, TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database, type);
        tenants.owner.execute("INSERT INTO notes SELECT n, (ARRAY[%s, %s, %s])[n %% 3 + 1], 'note ' || n FROM generate_series(100, 6000) n"
                .formatted(type.literal(1), type.literal(2), type.literal(3)),
                "INSERT INTO organizations VALUES (" + type.literal(4) + ")",
                "INSERT INTO notes SELECT n, " + type.literal(4) + ", 'few' FROM generate_series(7000, 7010) n", "ANALYZE notes");
        tenants.rowSecurity(directory, tenants.bound()).update();
        for (String statement : new String[] {"SELECT * FROM notes", "UPDATE notes SET body = ''", "DELETE FROM notes"}) {
            String plan = Tenants.session(tenants.app, type.text(4), session -> {
                session.execute("SET LOCAL enable_seqscan = off");
                return String.join("\n", Tenants.column(session, "EXPLAIN (COSTS OFF) " + statement));
            });
            assertThat(plan).contains("InitPlan", "notes_by_organization").containsPattern("Index Cond: .*organization_id.* = ")
                    .doesNotContain("Filter", "Seq Scan");
        }
    }

    /** As it was: switched on before us, with a restrictive policy of somebody else's. */
    @Test
    void whatWasThereStays(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        tenants.owner.execute("CREATE POLICY narrow ON notes AS RESTRICTIVE USING (id < 10)", "ALTER TABLE notes ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE notes FORCE ROW LEVEL SECURITY");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = tenants.rowSecurity(directory, tenants.bound());
        liquibase.update();
        assertThat(tenants.sees("1")).containsExactly("1", "4", "7");
        liquibase.rollbackCount(1);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void forceBindsTheOwnerToo(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = tenants.rowSecurity(directory, tenants.bound() + ", force: true");
        liquibase.update();
        assertThat(tenants.owner.number("SELECT count(*) FROM notes")).isZero();
        assertThat(Tenants.reads(tenants.owner, "2", "SELECT id FROM notes")).hasSize(4);
        liquibase.rollbackCount(1);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** Without roles everybody whom PostgreSQL binds, also a role that comes later. */
    @Test
    void withoutRolesEverybodyButTheOwnerIsBound(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        tenants.rowSecurity(directory, "tableName: notes").update();
        Login later = database.asRole("later_" + database.name());
        tenants.owner.execute("GRANT SELECT ON notes TO " + Tenants.role(later));
        assertThat(Tenants.reads(later, "3", "SELECT id FROM notes")).hasSize(4);
        assertThat(Tenants.reads(later, null, "SELECT id FROM notes")).isEmpty();
    }

    /** A policy that somebody altered is what was declared after the next run, whose declaration differs. */
    @Test
    void anotherDeclarationMakesThePoliciesAnew(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        tenants.rowSecurity(directory, tenants.bound() + ", force: true").update();
        tenants.owner.execute("ALTER POLICY orgscope_isolation_select ON notes USING (true)");
        Liquibases second = Liquibases.on(tenants.owner).in(directory).changelog("changelog.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: test
                      runInTransaction: false
                      runOnChange: true
                      changes: [ { enableOrganizationRowSecurity: { %s, setting: my.tenant } } ]
                """.formatted(tenants.bound()));
        second.update();
        assertThat(tenants.sees("1")).isEmpty();
        List<String> seen = Tenants.session(tenants.app, null, session -> {
            session.execute("SET LOCAL my.tenant = '1'");
            return Tenants.column(session, "SELECT id FROM notes");
        });
        assertThat(seen).hasSize(4);
        assertThat(tenants.owner.number("SELECT count(*) FROM notes")).as("no longer forced").isEqualTo(12);
        second.rollbackCount(1);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void theScriptsDoTheSame(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = tenants.rowSecurity(directory, tenants.bound() + ", force: true");
        String update = liquibase.updateSql();
        String future = liquibase.futureRollbackSql();
        liquibase.update();
        CatalogSnapshot live = CatalogSnapshot.of(database);
        String rollback = liquibase.rollbackCountSql(1);
        liquibase.rollbackCount(1);

        run(tenants.owner, update);
        CatalogSnapshot.assertSame(live, CatalogSnapshot.of(database));
        run(tenants.owner, rollback);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        run(tenants.owner, update);
        run(tenants.owner, future);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** Without what Liquibase does to its own tables, which the live run has made. */
    private static void run(Login login, String script) throws SQLException {
        Script.run(login, Script.statements(script).stream().filter(statement -> !statement.contains("public.databasechangelog"))
                .collect(Collectors.joining(";\n")));
    }
}
