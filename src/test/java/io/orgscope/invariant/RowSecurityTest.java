package io.orgscope.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that row security hides from the migrating role would stay without an organization. */
@PostgresTest
class RowSecurityTest {

    private static final String FILE = "orgscope:\n  version: 1\n  tables:\n    - { table: %s, route: %s }\n";

    private Login owner;

    @TempDir
    Path directory;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        owner = database.asOwner("migrator_" + database.name());
        owner.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations VALUES (1);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1);
                CREATE TABLE notes (id int PRIMARY KEY, user_id int REFERENCES users, public boolean);
                INSERT INTO notes VALUES (1, 1, true), (2, 1, false);
                CREATE POLICY only_public ON notes USING (public);
                ALTER TABLE notes ENABLE ROW LEVEL SECURITY
                """);
    }

    @Test
    void thatIsForcedOnTheOwnerHalts() throws SQLException {
        owner.execute("ALTER TABLE notes FORCE ROW LEVEL SECURITY");
        refuses("notes");
    }

    @Test
    void onATableOnTheWayHalts() throws SQLException {
        owner.execute("CREATE POLICY nobody ON users USING (false)", "ALTER TABLE users ENABLE ROW LEVEL SECURITY", "ALTER TABLE users FORCE ROW LEVEL SECURITY");
        refuses("users");
    }

    @Test
    void onTheOrganizationsHalts() throws SQLException {
        owner.execute("ALTER TABLE organizations ENABLE ROW LEVEL SECURITY", "ALTER TABLE organizations FORCE ROW LEVEL SECURITY");
        refuses("organizations");
    }

    /** The triggers lock a user in place of memberships that do not exist yet. */
    @Test
    void onATableThatTheTriggersLockHalts() throws SQLException {
        owner.execute("CREATE TABLE memberships (id int PRIMARY KEY, user_id int REFERENCES users, organization_id int REFERENCES organizations)",
                "INSERT INTO memberships VALUES (1, 1, 1)", "ALTER TABLE users ENABLE ROW LEVEL SECURITY", "ALTER TABLE users FORCE ROW LEVEL SECURITY");
        refuses("users, whose rows the triggers lock", liquibase("notes", "user_id -> memberships(user_id).organization_id"));
    }

    /** Its rows are locked early only where that is possible. */
    @Test
    void onATableThatIsOnlyReferencedDoesNot() throws SQLException {
        owner.execute("""
                CREATE TABLE threads (id int PRIMARY KEY, user_id int REFERENCES users, organization_id int REFERENCES organizations);
                INSERT INTO threads VALUES (1, 1, 1);
                CREATE TABLE replies (id int PRIMARY KEY, user_id int REFERENCES users, thread_id int REFERENCES threads);
                ALTER TABLE users ENABLE ROW LEVEL SECURITY;
                ALTER TABLE users FORCE ROW LEVEL SECURITY
                """);
        liquibase("replies", "thread_id -> threads.organization_id").labels("orgscope-expand").update();
        owner.execute("INSERT INTO replies (id, user_id, thread_id) VALUES (1, 1, 1)");
        assertThat(owner.number("SELECT organization_id FROM replies")).isEqualTo(1);
    }

    /** Another refusal has nothing to do with it, although some table has row security. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "noReferenceCrossesOrganizations | SELECT true                        | query would be affected by row-level security policy | true",
        "everyRowHasOneOrganization      | SELECT count(*) >= 0 FROM threads  | query would be affected by row-level security policy | true",
        "everyRowHasOneOrganization      | SELECT open FROM closed            | permission denied for table closed                   | false"})
    void isSaidOnlyOfACheckThatItStopped(String rule, String condition, String error, boolean said, TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE closed (open boolean)");
        owner.execute("""
                CREATE TABLE threads (id int PRIMARY KEY, organization_id int);
                INSERT INTO threads VALUES (1, 1);
                ALTER TABLE notes ADD thread_id int REFERENCES threads;
                UPDATE notes SET thread_id = 1;
                CREATE FUNCTION allowed() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN (%s); END $$;
                ALTER TABLE threads ENABLE ROW LEVEL SECURITY;
                ALTER TABLE threads FORCE ROW LEVEL SECURITY
                """.formatted(condition));

        assertThatThrownBy(Liquibases.on(owner).in(directory).changelog("rule.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: test
                      runInTransaction: false
                      preConditions:
                        - %s: { tableName: notes, route: "[ { path: user_id -> users.home, when: public.allowed() } ]" }
                      changes: [ { sql: { sql: SELECT 1 } } ]
                """.formatted(rule))::update).hasMessageContaining(rule + ": the rows of notes could not be checked: ").hasMessageContaining(error)
                .satisfies(refused -> assertThat(refused.getMessage().contains("Row security hides rows of threads from this role.")).isEqualTo(said));
    }

    @Test
    void thatSparesTheOwnerDoesNot() throws SQLException {
        liquibase().update();
        assertThat(owner.number("SELECT count(*) FROM notes WHERE organization_id = 1")).isEqualTo(2);
    }

    private void refuses(String table) throws SQLException {
        refuses(table, liquibase());
    }

    private void refuses(String table, Liquibases liquibase) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(owner);
        assertThatThrownBy(liquibase::update).hasMessageContaining("migratingRoleSeesAllRows: notes: Row security hides rows from this role")
                .hasMessageContaining("row security is active on " + table).hasMessageContaining("BYPASSRLS");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(owner));
    }

    private Liquibases liquibase() {
        return liquibase("notes", "user_id -> users.home");
    }

    private Liquibases liquibase(String table, String route) {
        return Liquibases.on(owner).in(directory).changelog("notes.orgscope.yaml", FILE.formatted(table, route));
    }
}
