package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Cli;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a role is not allowed to do is said with the statements that allow it, before anything is changed. */
@PostgresTest
class MissingPrivilegesTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String DECLARATION = """
            orgscope:
              version: 1
              organizations: { schema: core }
              tables:
                - schema: Tenant's "Data"
                  table: Order "x"; DROP
                  route: '"The user" -> core.users.home'
            """;
    private static final Pattern STATEMENTS = Pattern.compile("(?s)Let an administrator run: (.*?); then run (?:update|the command) again");

    private Login migrator;
    private String role;

    @TempDir
    Path directory;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        migrator = database.asRole("The \"migrator\" of " + database.name());
        role = "\"" + migrator.user().replace("\"", "\"\"") + "\"";
        Login keeper = database.asOwner("keeper of " + database.name());
        database.execute("GRANT CREATE ON SCHEMA public TO " + role);
        keeper.execute("""
                CREATE SCHEMA core;
                CREATE TABLE core.organizations (id int PRIMARY KEY);
                INSERT INTO core.organizations VALUES (1);
                CREATE TABLE core.users (id int PRIMARY KEY, home int REFERENCES core.organizations);
                INSERT INTO core.users VALUES (1, 1);
                CREATE SCHEMA "Tenant's ""Data""\";
                CREATE TABLE "Tenant's ""Data""\"."Order ""x""; DROP" (id int PRIMARY KEY, "The user" int REFERENCES core.users);
                INSERT INTO "Tenant's ""Data""\"."Order ""x""; DROP" VALUES (1, 1), (2, 1)
                """);
    }

    private Liquibases liquibase() {
        return Liquibases.on(migrator).in(directory).changelog(FILE, DECLARATION);
    }

    /** Does what the message says. */
    private static void give(TestDatabase database, Throwable refused) throws SQLException {
        Matcher statements = STATEMENTS.matcher(refused.getMessage());
        assertThat(statements.find()).as(refused.getMessage()).isTrue();
        database.execute(statements.group(1));
    }

    @Test
    void areAllToldAtOnceAndOnceGivenTheUpdateRuns(TestDatabase database) throws SQLException {
        Throwable refused = catchThrowable(liquibase()::update);
        assertThat(refused).hasMessageContaining("GRANT USAGE ON SCHEMA core TO " + role)
                .hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA \"Tenant's \"\"Data\"\"\" TO " + role)
                .hasMessageContaining("GRANT \"keeper of " + database.name() + "\" TO " + role)
                .hasMessageContaining("GRANT SELECT, UPDATE, REFERENCES ON TABLE core.organizations TO " + role)
                .hasMessageContaining("GRANT SELECT, UPDATE, TRIGGER ON TABLE core.users TO " + role)
                .hasMessageContaining("CREATE SCHEMA orgscope AUTHORIZATION " + role).hasMessageContaining("Nothing was changed");
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEmpty();

        give(database, refused);

        liquibase().update();
        assertThat(database.number("SELECT count(*) FROM \"Tenant's \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" WHERE organization_id = 1")).isEqualTo(2);
        liquibase().rollbackAll();
        database.execute("REVOKE \"keeper of " + database.name() + "\" FROM " + role, "DROP SCHEMA orgscope CASCADE");
    }

    /** A membership gives the privileges of an owner only to a role that inherits. Here the role is a member already, so GRANT alone adds nothing. */
    @Test
    void areToldToAMemberThatDoesNotInherit(TestDatabase database) throws SQLException {
        String keeper = "\"keeper of " + database.name() + "\"";
        database.execute("ALTER ROLE " + role + " NOINHERIT", "GRANT " + keeper + " TO " + role);

        Throwable refused = catchThrowable(liquibase()::update);

        assertThat(refused).hasMessageContaining(Postgres.major() >= 16 ? "GRANT " + keeper + " TO " + role + " WITH INHERIT TRUE;" : "ALTER ROLE " + role + " INHERIT;");
        give(database, refused);
        liquibase().update();
        liquibase().rollbackAll();
        database.execute("REVOKE " + keeper + " FROM " + role, "DROP SCHEMA orgscope CASCADE");
    }

    /** Step 02 locks the table. LOCK TABLE asks for a privilege on the whole table. */
    @Test
    void areToldOfATableOfWhichOnlyAColumnMayBeUpdated(TestDatabase database) throws SQLException {
        Login other = database.asOwner("other keeper of " + database.name());
        database.execute("ALTER TABLE core.users OWNER TO \"" + other.user() + "\"");
        give(database, catchThrowable(liquibase()::update));
        database.execute("REVOKE UPDATE ON core.users FROM " + role, "GRANT UPDATE (id) ON core.users TO " + role);

        Throwable refused = catchThrowable(liquibase()::update);

        assertThat(refused).hasMessageContaining("Let an administrator run: GRANT UPDATE ON TABLE core.users TO " + role + "; then")
                .hasMessageContaining("Nothing was changed");
        database.execute("GRANT DELETE ON core.users TO " + role);
        liquibase().update();
        liquibase().rollbackAll();
        database.execute("REVOKE \"keeper of " + database.name() + "\" FROM " + role, "DROP SCHEMA orgscope CASCADE");
    }

    /** Another role may have made the schema and, in a rollback, the side table. */
    @Test
    void areToldOfTheSchemaThatIsThereToo(TestDatabase database) throws SQLException {
        give(database, catchThrowable(liquibase()::update));
        liquibase().update();
        liquibase().rollbackAll();
        String keeper = "\"keeper of " + database.name() + "\"";
        database.execute("REVOKE " + keeper + " FROM " + role, "ALTER TABLE \"Tenant's \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" OWNER TO " + role,
                "ALTER SCHEMA orgscope OWNER TO " + keeper);
        database.execute(database.strings("SELECT format('ALTER TABLE %s OWNER TO " + keeper.replace("'", "''") + "', oid::regclass) FROM pg_class"
                + " WHERE relnamespace = 'orgscope'::regnamespace AND relkind = 'r'").toArray(String[]::new));

        Throwable refused = catchThrowable(liquibase()::update);

        assertThat(refused).hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA orgscope TO " + role).hasMessageContaining("GRANT " + keeper + " TO " + role)
                .hasMessageContaining("Nothing was changed");
        give(database, refused);
        liquibase().update();
        database.execute("REVOKE " + keeper + " FROM " + role);
    }

    /** Choices are not noted for it. */
    @Test
    void areNotNeededInTheSchemaForATableWithoutAKey(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA orgscope", "GRANT USAGE, CREATE ON SCHEMA core TO " + role, "CREATE TABLE core.logs (who int REFERENCES core.users)",
                "INSERT INTO core.logs VALUES (1)", "ALTER TABLE core.logs OWNER TO " + role);
        Liquibases liquibase = Liquibases.on(migrator).in(directory).changelog(FILE, """
                orgscope:
                  version: 1
                  organizations: { schema: core }
                  tables: [ { schema: core, table: logs, route: who -> users.home } ]
                """);
        Throwable refused = catchThrowable(liquibase::update);
        assertThat(refused).hasMessageContaining("GRANT").hasMessageNotContaining("SCHEMA orgscope");
        give(database, refused);
        liquibase.update();
        liquibase.rollbackAll();
        database.execute("DROP SCHEMA orgscope");
    }

    /** An index may be in a tablespace that the role may not use. Step 06 builds the new one there, and the rollback of step 09 the old one. */
    @Test
    void areToldOfTheTablespaceOfAReplacedIndex(TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, a tablespace needs a directory on the server");
        String space = "\"fast \"\"x\"\"; DROP " + database.name() + "\"";
        database.execute("SET allow_in_place_tablespaces = on", "CREATE TABLESPACE " + space + " LOCATION ''", "CREATE UNIQUE INDEX by_user ON"
                + " \"Tenant's \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" (id, \"The user\") TABLESPACE " + space);
        Liquibases liquibase = Liquibases.on(migrator).in(directory).changelog(FILE, DECLARATION + "      unique: { replaces: by_user }\n");

        Throwable refused = catchThrowable(liquibase::update);

        assertThat(refused).hasMessageContaining("GRANT CREATE ON TABLESPACE " + space + " TO " + role).hasMessageContaining("Nothing was changed");
        give(database, refused);
        liquibase.update();
        liquibase.rollbackAll();
        database.execute("REVOKE \"keeper of " + database.name() + "\" FROM " + role, "DROP INDEX \"Tenant's \"\"Data\"\"\".by_user",
                "DROP TABLESPACE " + space);
    }

    /** The first lines that a user of the command line reads say what is wrong, not that a precondition is. */
    @Test
    void aTableOfASuperuserChangesItsOwnerAndTheCommandLineSaysSo(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE \"Tenant's \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" OWNER TO postgres");
        liquibase();
        Cli.Result refused = Cli.in(directory).run("update", "--url=" + migrator.url(), "--changelog-file=" + FILE);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("Exception Primary Reason:  This role lacks privileges that the steps need. Let an administrator run: ",
                "ALTER TABLE \"Tenant's \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" OWNER TO " + role).doesNotContain("Preconditions Failed");
    }

    @Test
    void someRowsWithoutAnOrganizationAreTheFirstThingRead(TestDatabase database) throws SQLException {
        give(database, catchThrowable(liquibase()::update));
        database.execute("UPDATE core.users SET home = NULL");
        Cli.Result refused = Cli.in(directory).run("update", "--url=" + migrator.url(), "--changelog-file=" + FILE);
        assertThat(refused.err()).contains("Exception Primary Reason:  everyRowHasOneOrganization: Tenant's \"Data\".Order \"x\"; DROP: ")
                .doesNotContain("Preconditions Failed");
        database.execute("REVOKE \"keeper of " + database.name() + "\" FROM " + role);
    }

    /** A privilege that was there when the update began. */
    @Test
    void oneThatIsTakenAwayLaterIsToldToo(TestDatabase database) throws SQLException {
        give(database, catchThrowable(liquibase()::update));
        liquibase().updateCount(4);
        database.execute("REVOKE \"keeper of " + database.name() + "\" FROM " + role,
                "ALTER TABLE \"Tenant's \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" OWNER TO " + role, "REVOKE SELECT ON core.users FROM " + role,
                "ALTER SCHEMA orgscope OWNER TO \"keeper of " + database.name() + "\"");

        Throwable refused = catchThrowable(liquibase()::update);

        assertThat(refused).hasMessageContaining("SQLSTATE 42501").hasMessageContaining("GRANT SELECT");
        give(database, refused);
        liquibase().update();
        database.execute("REVOKE ALL ON SCHEMA orgscope FROM " + role);
        Throwable back = catchThrowable(() -> liquibase().rollbackAll());
        assertThat(back).hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA orgscope TO " + role);
        give(database, back);
        liquibase().rollbackAll();
        database.execute("DROP SCHEMA orgscope CASCADE");
    }

    /** A partition may have another owner and another schema than the whole. */
    @Test
    void areToldOfPartitionsToo(TestDatabase database) throws SQLException {
        Login keeper = database.asOwner("other keeper of " + database.name());
        database.execute("CREATE SCHEMA parts", "GRANT USAGE, CREATE ON SCHEMA core TO " + role,
                "CREATE TABLE core.events (id int PRIMARY KEY, who int REFERENCES core.users) PARTITION BY RANGE (id)",
                "CREATE TABLE parts.events_1 PARTITION OF core.events FOR VALUES FROM (0) TO (9)", "INSERT INTO core.events VALUES (1, 1)",
                "ALTER TABLE core.events OWNER TO " + role, "ALTER TABLE parts.events_1 OWNER TO \"" + keeper.user() + "\"");
        Liquibases liquibase = Liquibases.on(migrator).in(directory).changelog(FILE, """
                orgscope:
                  version: 1
                  organizations: { schema: core }
                  tables: [ { schema: core, table: events, route: who -> users.home } ]
                """);

        Throwable refused = catchThrowable(liquibase::update);

        assertThat(refused).hasMessageContaining("GRANT USAGE, CREATE ON SCHEMA parts TO " + role)
                .hasMessageContaining("GRANT \"" + keeper.user() + "\" TO " + role).hasMessageContaining("Nothing was changed");
        give(database, refused);
        liquibase.update();
        assertThat(database.number("SELECT organization_id FROM core.events")).isEqualTo(1);
        liquibase.rollbackAll();
    }

    /** A user is not on the route from a post through memberships. The triggers lock it in place of memberships that do not exist yet. */
    @Test
    void areToldOfTablesThatTheTriggersLockBesideTheRoutes(TestDatabase database) throws SQLException {
        Login application = loadMemberships(database);
        Liquibases liquibase = posts();
        CatalogSnapshot before = CatalogSnapshot.of(database);

        Throwable refused = catchThrowable(liquibase::update);

        assertThat(refused).hasMessageContaining("GRANT USAGE ON SCHEMA auth TO " + role)
                .hasMessageContaining("GRANT SELECT, UPDATE ON TABLE auth.users TO " + role).hasMessageContaining("Nothing was changed");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        give(database, refused);
        liquibase.update();
        application.execute("INSERT INTO posts (id, user_id) VALUES (2, 1)", "UPDATE memberships SET organization_id = 2");
        assertThat(database.strings("SELECT organization_id FROM posts")).containsExactly("2", "2");
        database.execute("REVOKE UPDATE ON auth.users FROM " + role);
        assertThat(catchThrowable(() -> application.execute("INSERT INTO posts (id, user_id) VALUES (3, 1)"))).hasMessageContaining("permission denied");
        liquibase.rollbackAll();
        database.execute("REVOKE \"" + application.user() + "\" FROM " + role);
    }

    /** The precondition of step 01 by hand, and a step that meets the missing privilege later. */
    @Test
    void areToldOfTheseTablesByThePreconditionAndByTheStepsToo(TestDatabase database) throws SQLException {
        Login application = loadMemberships(database);
        Throwable refused = catchThrowable(Liquibases.on(migrator).in(directory).changelog("by-hand.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: test
                      runInTransaction: false
                      preConditions:
                        - migratingRoleHasPrivileges: { tableName: posts, route: user_id -> memberships(user_id).organization_id }
                      changes:
                        - addOrganizationColumn: { tableName: posts, route: user_id -> memberships(user_id).organization_id }
                """)::update);
        assertThat(refused).hasMessageContaining("GRANT USAGE ON SCHEMA auth TO " + role)
                .hasMessageContaining("GRANT SELECT, UPDATE ON TABLE auth.users TO " + role);
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'posts'::regclass AND attname = 'organization_id'")).isZero();

        give(database, catchThrowable(posts()::update));
        posts().updateCount(4);
        database.execute("REVOKE UPDATE ON auth.users FROM " + role, "REVOKE SELECT ON memberships FROM \"" + application.user() + "\"");
        assertThat(catchThrowable(posts()::update)).hasMessageContaining("SQLSTATE 42501").hasMessageContaining("GRANT UPDATE ON TABLE auth.users TO " + role);
        database.execute("REVOKE \"" + application.user() + "\" FROM " + role);
    }

    /** Step 11 makes a foreign key to them. */
    @Test
    void areToldOfMembershipsThatRowsWillReference(TestDatabase database) throws SQLException {
        Login application = loadMemberships(database);
        database.execute("CREATE TABLE auth.members (user_id int, organization_id int, UNIQUE (organization_id, user_id))",
                "INSERT INTO auth.members VALUES (1, 1)");
        Liquibases liquibase = Liquibases.on(migrator).in(directory).changelog("posts.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route: user_id -> memberships(user_id).organization_id
                      isolation: { references: composite, memberships: user_id -> auth.members(user_id).organization_id }
                """);

        Throwable refused = catchThrowable(liquibase::update);

        assertThat(refused).hasMessageContaining("GRANT SELECT, REFERENCES ON TABLE auth.members TO " + role).hasMessageContaining("Nothing was changed");
        give(database, refused);
        liquibase.labels("!orgscope-isolate").update();
        database.execute("REVOKE SELECT, REFERENCES ON auth.members FROM " + role);
        Throwable later = catchThrowable(liquibase::update);
        assertThat(later).hasMessageContaining("SQLSTATE 42501").hasMessageContaining("GRANT SELECT, REFERENCES ON TABLE auth.members TO " + role);
        give(database, later);
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE conrelid = 'posts'::regclass AND confrelid = 'auth.members'::regclass")).isEqualTo(1);
        liquibase.rollbackAll();
        database.execute("REVOKE \"" + application.user() + "\" FROM " + role);
    }

    /** The users belong to another role than the tables of the application. */
    private Login loadMemberships(TestDatabase database) throws SQLException {
        Login authentication = database.asRole("auth owner of " + database.name());
        Login application = database.asRole("app owner of " + database.name());
        String owner = "\"" + application.user() + "\"";
        database.execute("CREATE SCHEMA auth AUTHORIZATION \"" + authentication.user() + "\"", "GRANT CREATE ON SCHEMA public TO " + owner,
                "GRANT " + owner + " TO " + role);
        authentication.execute("CREATE TABLE auth.users (id int PRIMARY KEY)", "INSERT INTO auth.users VALUES (1)",
                "GRANT USAGE ON SCHEMA auth TO " + owner, "GRANT REFERENCES ON auth.users TO " + owner);
        application.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations VALUES (1), (2);
                CREATE TABLE memberships (id int PRIMARY KEY, user_id int REFERENCES auth.users, organization_id int REFERENCES organizations);
                INSERT INTO memberships VALUES (1, 1, 1);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int);
                INSERT INTO posts VALUES (1, 1)
                """);
        authentication.execute("REVOKE ALL ON SCHEMA auth FROM " + owner);
        return application;
    }

    private Liquibases posts() {
        return Liquibases.on(migrator).in(directory).labels("orgscope-expand").changelog("posts.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables: [ { table: posts, route: user_id -> memberships(user_id).organization_id } ]
                """);
    }

    /** Rows that a new row references are locked early only where that is allowed. It only makes deadlocks rarer. */
    @Test
    void onATableThatIsOnlyReferencedAreNotNeeded(TestDatabase database) throws SQLException {
        Login application = loadMemberships(database);
        application.execute("CREATE TABLE threads (id int PRIMARY KEY, user_id int, organization_id int REFERENCES organizations)",
                "INSERT INTO threads VALUES (1, 1, 1)", "CREATE TABLE replies (id int PRIMARY KEY, user_id int, thread_id int REFERENCES threads)");
        database.execute("ALTER TABLE threads ADD FOREIGN KEY (user_id) REFERENCES auth.users",
                "ALTER TABLE replies ADD FOREIGN KEY (user_id) REFERENCES auth.users", "GRANT SELECT, UPDATE ON auth.users TO " + role,
                "GRANT CREATE ON DATABASE " + database.name() + " TO " + role);
        Liquibases liquibase = Liquibases.on(migrator).in(directory).labels("orgscope-expand").changelog("replies.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables: [ { table: replies, route: thread_id -> threads.organization_id } ]
                """);
        liquibase.update();
        application.execute("INSERT INTO replies (id, user_id, thread_id) VALUES (1, 1, 1)");
        assertThat(database.number("SELECT organization_id FROM replies")).isEqualTo(1);
        liquibase.rollbackAll();
        database.execute("REVOKE \"" + application.user() + "\" FROM " + role);
    }

    /** Their rows are compared: a reference must not cross. Another table with row security has nothing to do with it. */
    @Test
    void areToldOfATableWithTheColumnThatIsOnlyReferenced(TestDatabase database) throws SQLException {
        Login application = loadMemberships(database);
        Login billing = database.asRole("billing owner of " + database.name());
        database.execute("CREATE SCHEMA billing AUTHORIZATION \"" + billing.user() + "\"", "GRANT CREATE ON DATABASE " + database.name() + " TO " + role,
                "CREATE TABLE secrets (id int); ALTER TABLE secrets ENABLE ROW LEVEL SECURITY");
        billing.execute("CREATE TABLE billing.customers (id int PRIMARY KEY, organization_id int)", "INSERT INTO billing.customers VALUES (1, 1)");
        application.execute("CREATE TABLE payments (id int PRIMARY KEY, member int REFERENCES memberships, customer int)", "INSERT INTO payments VALUES (1, 1, 1)");
        database.execute("ALTER TABLE payments ADD FOREIGN KEY (customer) REFERENCES billing.customers");
        Liquibases payments = Liquibases.on(migrator).in(directory).labels("orgscope-expand").changelog("payments.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables: [ { table: payments, route: member -> memberships.organization_id } ]
                """);
        CatalogSnapshot before = CatalogSnapshot.of(database);

        Throwable refused = catchThrowable(payments::update);

        assertThat(refused).hasMessageContaining("noReferenceCrossesOrganizations: the rows of payments could not be checked: ")
                .hasMessageContaining("Let an administrator run: GRANT USAGE ON SCHEMA billing TO " + role + "; GRANT SELECT ON TABLE billing.customers TO " + role + ";")
                .hasMessageNotContaining("Row security");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        give(database, refused);
        payments.updateCount(5);
        database.execute("REVOKE SELECT ON billing.customers FROM " + role);
        Throwable later = catchThrowable(payments::update);
        assertThat(later).hasMessageContaining("Let an administrator run: GRANT SELECT ON TABLE billing.customers TO " + role + "; then");
        give(database, later);
        payments.update();
        payments.rollbackAll();
        database.execute("REVOKE \"" + application.user() + "\" FROM " + role);
    }
}
