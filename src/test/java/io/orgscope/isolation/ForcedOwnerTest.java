package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command once more under FORCE ROW LEVEL SECURITY, as an owner without BYPASSRLS: it works, or it says which role it
 * needs. Rows that a policy hides are never taken for rows that are not there.
 */
@PostgresTest
class ForcedOwnerTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String ITEMS = "tableName: items, route: 'order -> \"Order \"\"x\"\"; DROP\".organization_id'";

    private Login owner;
    private Login app;
    private CatalogSnapshot before;
    private RowSnapshot rows;

    @TempDir
    Path directory;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        owner = database.asOwner("owner_" + database.name());
        app = database.asRole("app_" + database.name());
        database.execute("GRANT " + app.user() + " TO " + owner.user());
        owner.execute("""
                CREATE TABLE organizations (id integer PRIMARY KEY);
                CREATE TABLE users (id integer PRIMARY KEY, home integer NOT NULL REFERENCES organizations);
                CREATE TABLE "Order ""x""; DROP" (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, code text);
                CREATE UNIQUE INDEX once ON "Order ""x""; DROP" (code);
                CREATE TABLE items (id integer PRIMARY KEY, "order" integer NOT NULL REFERENCES "Order ""x""; DROP");
                INSERT INTO organizations VALUES (1), (2);
                INSERT INTO users VALUES (1, 1), (2, 2);
                INSERT INTO "Order ""x""; DROP" SELECT n, n %% 2 + 1, n FROM generate_series(1, 8) n;
                INSERT INTO items SELECT n, n %% 8 + 1 FROM generate_series(1, 16) n;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %s
                """.formatted(app.user()));
        before = CatalogSnapshot.of(owner, "orgscope");
        rows = RowSnapshot.of(owner);
    }

    private Liquibases liquibase() {
        return liquibase(true);
    }

    private Liquibases liquibase(boolean force) {
        return Liquibases.on(owner).in(directory).changelog(FILE, """
                orgscope:
                  version: 1
                  isolation: { references: composite, rows: { roles: [ %s ], force: %s } }
                  tables:
                    - { table: items, route: order -> "Order ""x""; DROP".organization_id }
                    - table: 'Order "x"; DROP'
                      route: user_id -> users.home
                      unique: [ { replaces: once, name: once_each } ]
                """.formatted(app.user(), force));
    }

    /** A change set of one's own with one change of a step, as the forced owner. */
    private Liquibases byHand(String change, String properties) {
        return Liquibases.on(owner).in(directory).changelog("by-hand.yaml", """
                databaseChangeLog:
                  - changeSet: { id: 1, author: test, runInTransaction: false, changes: [ { %s: { %s } } ] }
                """.formatted(change, properties));
    }

    @Test
    void allStepsThereAndBackAndAgain() throws SQLException {
        Liquibases liquibase = liquibase();
        liquibase.update();
        assertThat(owner.number("SELECT count(*) FROM items")).as("forced").isZero();
        liquibase.update();
        assertThat(liquibase.status()).contains("is up to date");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(owner, "orgscope"));
        RowSnapshot.assertSame(rows, RowSnapshot.of(owner, List.of(), List.of("orgscope")));
        liquibase.update();
        assertThat(Tenants.reads(owner, "1", "SELECT DISTINCT organization_id FROM items")).containsExactly("1");
    }

    /** The script of the way back, too. */
    @Test
    void theScriptsDoTheSame(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase();
        liquibase.update();
        String back = liquibase.rollbackAllSql();
        Script.run(owner, back);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(owner, "orgscope"));
    }

    /** Four rows hold another organization than their routes give. Whoever does not see them says so; whoever does, counts them. */
    @Test
    void theCommandsSayThatTheyDoNotSeeEveryRow(TestDatabase database) throws SQLException {
        liquibase().update();
        database.execute("SET session_replication_role = replica; UPDATE items SET organization_id = 3 - organization_id WHERE id < 5",
                "CREATE TABLE parts (id integer PRIMARY KEY, item integer NOT NULL REFERENCES items); INSERT INTO parts SELECT n, n FROM generate_series(1, 9) n",
                "ALTER TABLE parts OWNER TO " + owner.user());
        Map<String, Object> scan = Map.of("deep", true, "spec", FILE, "failOn", "NEVER");
        assertThat(run(owner, "orgscopeScan", scan)).contains("check-not-run", "this role may not read every row").doesNotContain("hold another organization");
        assertThat(run(database, "orgscopeScan", scan)).contains("4 rows: hold another organization");
        assertThat(run(owner, "orgscopePlan", Map.of("checkData", true))).contains("query would be affected by row-level security policy");
        assertThat(run(database, "orgscopePlan", Map.of("checkData", true))).contains("item -> items.organization_id answers for 9 of 9 rows");
        assertThatThrownBy(() -> run(owner, "orgscopeRepair", Map.of("spec", FILE))).hasStackTraceContaining("has no triggers of step 02");
        assertThatThrownBy(byHand("verifyOrganizationScope", ITEMS)::update).hasMessageContaining("Row security hides rows of ")
                .hasMessageContaining("items").hasMessageContaining("BYPASSRLS");
        assertThatThrownBy(byHand("verifyOrganizationScopeReady", ITEMS)::update).hasMessageContaining("row security is active on items");
        String script = byHand("verifyOrganizationScope", ITEMS).updateSql();
        assertThatThrownBy(() -> Script.run(owner, script)).hasMessageContaining("query would be affected by row-level security");
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("storedEqualsRouted");
    }

    private String run(Login who, String command, Map<String, ?> arguments) {
        return Liquibases.on(who).in(directory).run(command, arguments);
    }

    /** Step 05 of rows whose organization there is not, live and by its script. */
    @Test
    void theForeignKeyIsNotValidatedWithoutTheHiddenRows(TestDatabase database) throws SQLException {
        liquibase().update();
        database.execute("ALTER TABLE items DROP CONSTRAINT fk_items_organization_id; SET session_replication_role = replica; UPDATE items SET organization_id = 99 WHERE id < 5");
        CatalogSnapshot live = CatalogSnapshot.of(owner);
        Liquibases step = byHand("addOrganizationForeignKey", ITEMS);
        assertThatThrownBy(step::update).hasMessageContaining("Row security hides rows of items or organizations from this role")
                .hasMessageContaining("BYPASSRLS");
        String script = step.updateSql();
        assertThatThrownBy(() -> Script.run(owner, script)).hasMessageContaining("Row security hides rows of items");
        CatalogSnapshot.assertSame(live, CatalogSnapshot.of(owner));
        database.execute("UPDATE items SET organization_id = 2 - id % 2 WHERE id < 5");
    }

    /** Steps 03 and 04 of rows without an organization. */
    @Test
    void rowsWithoutAnOrganizationAreNotPassedOver(TestDatabase database) throws SQLException {
        liquibase().update();
        database.execute("ALTER TABLE items ALTER organization_id DROP NOT NULL; SET session_replication_role = replica; UPDATE items SET organization_id = NULL WHERE id < 5");
        assertThatThrownBy(byHand("backfillOrganization", ITEMS)::update).hasMessageContaining("Row security hides rows").hasMessageContaining("BYPASSRLS");
        String script = byHand("backfillOrganization", ITEMS).updateSql();
        assertThatThrownBy(() -> Script.run(owner, script)).hasMessageContaining("query would be affected by row-level security");
        liquibase().releaseLocks();
        assertThatThrownBy(byHand("requireOrganization", ITEMS)::update).hasMessageContaining("BYPASSRLS");
        assertThat(database.number("SELECT count(*) FROM items WHERE organization_id IS NULL")).isEqualTo(4);
        assertThat(database.flag("SELECT attnotnull FROM pg_attribute WHERE attrelid = 'items'::regclass AND attname = 'organization_id'")).isFalse();
    }

    /** Somebody forces the owner beside us: the way back, which keeps each row's organization, stops before it loses any. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWayBackLosesNothing(boolean script, TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase().labels("orgscope-expand or orgscope-contract");
        liquibase.update();
        List<String> stored = database.strings("SELECT organization_id::text FROM items ORDER BY id");
        owner.execute("ALTER TABLE items ENABLE ROW LEVEL SECURITY", "ALTER TABLE items FORCE ROW LEVEL SECURITY");
        if (script) {
            String back = liquibase.rollbackAllSql();
            assertThatThrownBy(() -> Script.run(owner, back)).hasMessageContaining("query would be affected by row-level security");
        } else {
            assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("Row security hides rows of items from this role.");
        }
        assertThat(database.strings("SELECT organization_id::text FROM items ORDER BY id")).isEqualTo(stored);
    }

    /** Forced by hand while the triggers are there: a repair that sees nothing wrong has not looked. */
    @Test
    void aRepairDoesNotPassOverHiddenRows(TestDatabase database) throws SQLException {
        liquibase().labels("orgscope-expand").update();
        database.execute("SET session_replication_role = replica; UPDATE items SET organization_id = 3 - organization_id WHERE id < 5");
        owner.execute("ALTER TABLE items ENABLE ROW LEVEL SECURITY", "ALTER TABLE items FORCE ROW LEVEL SECURITY");
        assertThatThrownBy(() -> run(owner, "orgscopeRepair", Map.of("spec", FILE))).hasStackTraceContaining("Row security hides rows of items from this role.");
        owner.execute("ALTER TABLE items NO FORCE ROW LEVEL SECURITY");
        assertThat(run(owner, "orgscopeRepair", Map.of("spec", FILE))).contains("items: 4 rows repaired.");
    }

    /** Forced by hand while the triggers are there: a move that would leave hidden rows behind fails. */
    @Test
    void aMoveDoesNotPassOverHiddenRows(TestDatabase database) throws SQLException {
        liquibase().labels("orgscope-expand").update();
        owner.execute("ALTER TABLE items ENABLE ROW LEVEL SECURITY", "ALTER TABLE items FORCE ROW LEVEL SECURITY");
        assertThatThrownBy(() -> app.execute("UPDATE users SET home = 2 WHERE id = 1"))
                .hasMessageContaining("query would be affected by row-level security policy for table \"items\"");
        owner.execute("ALTER TABLE items NO FORCE ROW LEVEL SECURITY");
        app.execute("UPDATE users SET home = 2 WHERE id = 1");
        assertThat(database.number("SELECT count(*) FROM items WHERE organization_id = 2")).isEqualTo(16);
    }

    /** The triggers lock a user in place of memberships that do not exist yet, and no route reads the users. */
    @Test
    void aTableWhoseRowsTheTriggersLockIsNotForced() throws SQLException {
        owner.execute("CREATE TABLE members (user_id integer REFERENCES users, organization_id integer REFERENCES organizations, PRIMARY KEY (user_id, organization_id))",
                "CREATE TABLE notes (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users)", "INSERT INTO members SELECT * FROM users",
                "GRANT INSERT ON notes TO " + app.user());
        Liquibases notes = Liquibases.on(owner).in(directory).changelog("notes.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: notes, route: user_id -> members(user_id).organization_id }
                """);
        notes.labels("orgscope-expand").update();
        Liquibases forced = byHand("enableOrganizationRowSecurity", "tableName: users, columnName: home, roles: " + app.user() + ", force: true");
        assertThatThrownBy(forced::update).hasMessageContaining("users is used by triggers of step 02 on members, notes. They run as " + owner.user());
        app.execute("INSERT INTO notes (id, user_id) VALUES (1, 1)");
        notes.labels("orgscope-contract").update();
        forced.update();
    }

    /** The old unique key cannot hold any more, and the rows that say so are hidden. */
    @Test
    void theGuardOfTheRollbackSeesThem(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase().labels("orgscope-expand or orgscope-contract");
        liquibase.update();
        database.execute("INSERT INTO \"Order \"\"x\"\"; DROP\" VALUES (20, 2, '2', 2)");
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("2 rows (id=2; id=20) have the same key as a row of another organization");
        owner.execute("ALTER TABLE \"Order \"\"x\"\"; DROP\" ENABLE ROW LEVEL SECURITY", "ALTER TABLE \"Order \"\"x\"\"; DROP\" FORCE ROW LEVEL SECURITY");
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("Row security hides rows of \"Order");
    }
}
