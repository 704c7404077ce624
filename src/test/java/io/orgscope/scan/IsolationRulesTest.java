package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.TableName;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.StatementListener;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scan says of policies, of what gets past them, and of what a session reaches all the same. */
@PostgresTest
class IsolationRulesTest {

    private static final String SESSION = "(SELECT nullif(current_setting('app.organization_id', true), '')::uuid)";

    private TestDatabase database;
    private Login app;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        app = database.asRole("app_" + database.name());
        database.execute(Scans.ORGANIZATIONS, "CREATE SCHEMA \"Tenant \"\"Data\"\"\"; GRANT USAGE ON SCHEMA \"Tenant \"\"Data\"\"\" TO " + app.user());
    }

    /** A scoped table with what one policy a command says; the names are the table's and its schema's as SQL. */
    private void table(String name) throws SQLException {
        database.execute("""
                CREATE TABLE %1$s (id int PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE, published boolean);
                CREATE INDEX ON %1$s (organization_id);
                ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                CREATE POLICY good ON %1$s USING (organization_id = %2$s) WITH CHECK (organization_id = %2$s);
                GRANT SELECT, INSERT, UPDATE, DELETE ON %1$s TO %3$s""".formatted(name, SESSION, app.user()));
    }

    private List<String> found() throws SQLException {
        return Scans.on(database).found();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\""})
    void policiesAreRead(String sql) throws SQLException {
        table(sql);
        TableName name = sql.equals("notes") ? new TableName("public", "notes") : new TableName("Tenant \"Data\"", "Order \"x\"; DROP");
        assertThat(found()).isEmpty();

        database.execute("CREATE POLICY \"The \"\"policy\"\"\" ON " + sql + " AS RESTRICTIVE USING (organization_id = current_setting('app.organization_id')::uuid)");
        assertThat(found()).containsExactly("row-security-per-row " + name + " The \"policy\"");
        database.execute("DROP POLICY \"The \"\"policy\"\"\" ON " + sql, "CREATE FUNCTION current_tenant() RETURNS uuid STABLE LANGUAGE sql AS 'SELECT NULL::uuid'",
                "CREATE POLICY narrow ON " + sql + " AS RESTRICTIVE USING (organization_id = current_tenant())");
        assertThat(found()).containsExactly("row-security-per-row " + name + " narrow");
        database.execute("DROP POLICY narrow ON " + sql, "CREATE POLICY further ON " + sql + " FOR UPDATE USING (organization_id = " + SESSION + ")");
        assertThat(found()).containsExactly("row-security-without-check " + name + " further");
        database.execute("DROP POLICY further ON " + sql, "CREATE POLICY further ON " + sql + " FOR SELECT USING (organization_id = " + SESSION + " OR published)");
        assertThat(found()).containsExactly("row-security-widened " + name + " further");
        database.execute("DROP POLICY further ON " + sql, "CREATE POLICY further ON " + sql + " FOR INSERT WITH CHECK (true)");
        Finding finding = Scans.on(database).run().findings().stream().filter(each -> each.rule() == Rule.ROW_SECURITY_WIDENED).findFirst().orElseThrow();
        assertThat(finding.message()).contains("The policy further (FOR INSERT TO public WITH CHECK true)");
        assertThat(finding.remedy().file()).isEqualTo(Remedy.Target.ISOLATION);
        assertThat(finding.remedy().lines()).startsWith("isolation:\n  rows: { roles: [ app ] }\n");
        assertThat(finding.remedy().advice()).contains("DROP POLICY \"further\" ON \"" + name.schema().replace("\"", "\"\"") + "\".");
    }

    /** One of these calls is in the brackets of another function, and PostgreSQL prints casts around the others. */
    @ParameterizedTest
    @ValueSource(strings = {
        "organization_id = NULLIF(current_setting('app.organization_id', true), '')::uuid",
        "organization_id::text = COALESCE(current_setting('app.organization_id', true), ')')",
        "organization_id::text = lower(lower(current_setting('app.organization_id')))",
        "\"a(b\" = 1 AND organization_id = current_setting('app.organization_id')::uuid"})
    void aCallForEachRowIsFound(String condition) throws SQLException {
        assertThat(alone("AS RESTRICTIVE USING (" + condition + ")")).containsExactly("row-security-per-row notes p");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid)",
        "organization_id::text = 'current_setting(' AND \"a(b\" = 1",
        "organization_id IN (SELECT id FROM organizations WHERE id = current_setting('app.organization_id', true)::uuid)"})
    void aCallForEachStatementIsNot(String condition) throws SQLException {
        assertThat(alone("AS RESTRICTIVE USING (" + condition + ")")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "true",
        "published",
        "organization_id = %1$s OR published",
        "(organization_id = %1$s OR published) AND author_id > 0",
        "author_id = 7 AND published OR organization_id = %1$s",
        "organization_id = %1$s OR (published AND (author_id = 7 OR false))",
        "EXISTS (SELECT FROM organizations o WHERE o.name = 'organization_id' OR o.name = '(')"})
    void whatLetsRowsOfEveryOrganizationThroughIsFound(String condition) throws SQLException {
        assertThat(alone("FOR SELECT USING (" + condition.formatted(SESSION) + ")")).containsExactly("row-security-widened notes p");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "false",
        "organization_id = %1$s AND (published OR author_id = 7)",
        "(published OR author_id = 7) AND organization_id = %1$s AND \"a(b\" = 1",
        "organization_id = %1$s AND published OR organization_id = %1$s AND author_id = 7",
        "organization_id IN (SELECT id FROM organizations WHERE name = 'x' OR name = 'y')",
        "organization_id = %1$s AND author_id = 1 AND \"a(b\" <> ALL (ARRAY[1, 2]) AND ' OR ' <> ') OR ('"})
    void whatLetsThroughOnlyTheRowsOfOneOrganizationIsNot(String condition) throws SQLException {
        assertThat(alone("FOR SELECT USING (" + condition.formatted(SESSION) + ")")).isEmpty();
    }

    /** What is found with one more policy. */
    private List<String> alone(String policy) throws SQLException {
        table("notes");
        database.execute("ALTER TABLE notes ADD author_id int, ADD \"a(b\" int", "CREATE POLICY p ON notes " + policy);
        return found();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\""})
    void whatReadsAsSomebodyElseIsFound(String sql) throws SQLException {
        table(sql);
        String name = sql.equals("notes") ? "notes" : "Tenant \"Data\".Order \"x\"; DROP";
        database.execute("CREATE VIEW \"All\" AS SELECT * FROM " + sql, "GRANT SELECT ON \"All\" TO " + app.user());
        assertThat(found()).containsExactly("row-security-bypassed " + name + " public.\"All\"");
        if (Postgres.major() >= 15) {
            database.execute("ALTER VIEW \"All\" SET (security_invoker = true)");
            assertThat(found()).isEmpty();
        }
        database.execute("COMMENT ON VIEW \"All\" IS '[orgscope accepted] for the operators'");
        assertThat(found()).isEmpty();

        assertThat(Scans.on(database).as(app.user()).found()).isEmpty();
        database.execute("ALTER ROLE " + app.user() + " BYPASSRLS");
        assertThat(Scans.on(database).as(app.user()).found()).containsExactly("row-security-role-not-bound " + name + " " + app.user());
    }

    /** It widens nothing for the role of the application, unless that role has the other one. */
    @Test
    void aPolicyOfAnotherRoleIsFoundOnlyWithoutARole() throws SQLException {
        table("notes");
        Login reporting = database.asRole("reporting_" + database.name());
        database.execute("CREATE POLICY all_rows ON notes FOR SELECT TO " + reporting.user() + " USING (true)");
        String found = "row-security-widened notes all_rows";
        Scans declared = Scans.on(database).spec("""
                - table: notes
                  route: organization_id -> organizations.id
                  isolation: { rows: { roles: [ %s ], force: true } }
                """.formatted(app.user()));
        assertThat(found()).containsExactly(found);
        assertThat(declared.found()).isEmpty();
        assertThat(Scans.on(database).as(app.user()).found()).isEmpty();
        assertThat(declared.as(reporting.user()).found()).containsExactly(found);
        database.execute("GRANT " + reporting.user() + " TO " + app.user());
        assertThat(Scans.on(database).as(app.user()).found()).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\""})
    void aForeignKeyThatDeletesRowsOfEveryOrganizationIsFound(String sql) throws SQLException {
        table(sql);
        assertThat(found()).isEmpty();
        database.execute("GRANT DELETE ON organizations TO " + app.user());
        assertThat(found()).singleElement().asString().startsWith("row-security-bypassed ").endsWith("_organization_id_fkey");
        database.execute("COMMENT ON TABLE organizations IS '[orgscope accepted] for the operators'");
        assertThat(found()).isEmpty();
    }

    /** With a view it reaches the application. */
    @Test
    void aViewOfARoleWithAPolicyOfItsOwnIsFound() throws SQLException {
        table("notes");
        Login reporting = database.asRole("reporting_" + database.name());
        database.execute("GRANT SELECT ON notes TO " + reporting.user(), "CREATE POLICY all_rows ON notes FOR SELECT TO " + reporting.user() + " USING (true)",
                "CREATE VIEW v AS SELECT * FROM notes", "ALTER VIEW v OWNER TO " + reporting.user(), "GRANT SELECT ON v TO " + app.user());
        assertThat(Scans.on(database).as(app.user()).found()).containsExactly("row-security-bypassed notes public.v");
    }

    @Test
    void aPolicyOfAnOwnerThatIsDeclaredBoundIsFound() throws SQLException {
        table("notes");
        Login owner = database.asRole("owner_" + database.name());
        database.execute("ALTER TABLE notes OWNER TO " + owner.user(), "CREATE POLICY all_rows ON notes FOR SELECT TO " + owner.user() + " USING (true)");
        Scans declared = Scans.on(database).spec("""
                - table: notes
                  route: organization_id -> organizations.id
                  isolation: { rows: { roles: [ %s ], force: true } }
                """.formatted(app.user()));
        assertThat(declared.found()).containsExactly("row-security-widened notes all_rows");
        assertThat(Scans.on(database).as(app.user()).found()).as("not declared").isEmpty();
        assertThat(declared.as(app.user()).found()).as("asked about that role alone").isEmpty();
    }

    /** As with PostgREST: the login becomes the role of each request, and the policies are for that role. */
    @Test
    void aPolicyOfARoleThatTheLoginBecomesIsFoundOnlyIfItWidens() throws SQLException {
        table("notes");
        Login web = database.asRole("web_" + database.name());
        database.execute("ALTER ROLE " + web.user() + " NOINHERIT", "GRANT " + app.user() + " TO " + web.user(),
                "CREATE POLICY own ON notes TO " + app.user() + " USING (organization_id = " + SESSION + ") WITH CHECK (organization_id = " + SESSION + ")");
        assertThat(Scans.on(database).as(web.user()).found()).isEmpty();
        database.execute("CREATE POLICY published ON notes FOR SELECT TO " + app.user() + " USING (published)");
        assertThat(Scans.on(database).as(web.user()).found()).containsExactly("row-security-widened notes published");
        assertThat(Scans.on(database).spec("""
                - table: notes
                  route: organization_id -> organizations.id
                  isolation: { rows: { roles: [ %s, %s ], force: true } }
                """.formatted(web.user(), app.user())).found()).as("once, whoever it is for").containsExactly("row-security-widened notes published");
        database.execute("ALTER ROLE " + app.user() + " BYPASSRLS");
        assertThat(Scans.on(database).as(web.user()).found()).containsExactly("row-security-role-not-bound notes " + web.user());
    }

    /** What reads as another role is no way around policies that do not bind it. */
    @Test
    void ofASuperuserOnlyThatItIsNotBoundIsFound() throws SQLException {
        table("notes");
        database.execute("CREATE VIEW v AS SELECT * FROM notes");
        assertThat(Scans.on(database).as("postgres").found()).containsExactly("row-security-role-not-bound notes postgres");
    }

    /** Whoever logs in as the member has both policies. */
    @Test
    void aPolicyOfAMemberOfTheRoleIsFound() throws SQLException {
        table("notes");
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + group + "; GRANT " + group + " TO " + app.user(),
                "CREATE POLICY all_rows ON notes FOR SELECT TO " + app.user() + " USING (true)");
        try {
            assertThat(Scans.on(database).as(group).found()).containsExactly("row-security-widened notes all_rows");
        } finally {
            database.execute("DROP ROLE " + group);
        }
    }

    @Test
    void theRoleThatIsDeclaredCounts() throws SQLException {
        table("notes");
        database.execute("ALTER ROLE " + app.user() + " BYPASSRLS");
        assertThat(Scans.on(database).spec("""
                - table: notes
                  route: id -> organizations.id
                  isolation: { rows: { roles: [ %s ], force: true } }
                """.formatted(app.user())).found()).contains("row-security-role-not-bound notes " + app.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\""})
    void asTheApplicationsRoleItIsTried(String sql) throws SQLException {
        table(sql);
        String name = sql.equals("notes") ? "notes" : "Tenant \"Data\".Order \"x\"; DROP";
        database.execute("INSERT INTO organizations SELECT md5(n::text)::uuid, 'o' FROM generate_series(1, 2) n",
                "INSERT INTO " + sql + " SELECT n, md5((n % 2 + 1)::text)::uuid FROM generate_series(1, 4) n");
        assertThat(Scans.on(database).deeply().as(app.user()).found()).isEmpty();

        database.execute("ALTER POLICY good ON " + sql + " WITH CHECK (organization_id IS NOT NULL)");
        Finding broken = Scans.on(database).deeply().as(app.user()).run().findings().stream()
                .filter(finding -> finding.rule() == Rule.ISOLATION_BROKEN).findFirst().orElseThrow();
        assertThat(broken.tableName()).isEqualTo(name);
        assertThat(broken.message()).contains("statements tried", "role " + app.user(), "good");
        assertThat(database.number("SELECT count(*) FROM " + sql)).as("rolled back").isEqualTo(4);
    }

    /** Step 11 leaves such a reference as it is. */
    @Test
    void aReferenceToATableThatIsNotDeclaredCompositeIsNoBreach() throws SQLException {
        table("notes");
        table("remarks");
        database.execute("INSERT INTO organizations SELECT md5(n::text)::uuid, 'o' FROM generate_series(1, 2) n",
                "INSERT INTO notes SELECT n, md5(n::text)::uuid FROM generate_series(1, 2) n", "INSERT INTO remarks SELECT * FROM notes",
                "ALTER TABLE remarks ADD note int CONSTRAINT of_a_note REFERENCES notes");
        List<Finding> findings = Scans.on(database).deeply().as(app.user()).spec("""
                - { table: notes, route: id -> organizations.id, isolation: none }
                - table: remarks
                  route: id -> organizations.id
                  isolation: { references: composite, rows: { roles: [ %s ], force: true } }
                """.formatted(app.user())).run().findings();
        assertThat(findings).extracting(Finding::rule).doesNotContain(Rule.ISOLATION_BROKEN);
        assertThat(findings).filteredOn(finding -> finding.rule() == Rule.ISOLATION_NOT_PROVEN).extracting(Finding::message).singleElement().asString()
                .contains("the foreign key of_a_note", "stays single: references: composite is not declared for notes");
    }

    /** Another table that the role may not read, or that takes too long, costs its own proof and not the report. */
    @Test
    void aTableThatCannotBeReadIsAFinding() throws SQLException {
        table("notes");
        table("posts");
        Login scanner = database.asRole("scanner_" + database.name());
        database.execute("ALTER ROLE " + scanner.user() + " NOINHERIT", "GRANT " + app.user() + " TO " + scanner.user(),
                "GRANT SELECT ON organizations, posts TO " + scanner.user(),
                "INSERT INTO organizations SELECT md5(n::text)::uuid, 'o' FROM generate_series(1, 2) n",
                "INSERT INTO posts SELECT n, md5((n % 2 + 1)::text)::uuid FROM generate_series(1, 4) n");
        ScanReport report = Scans.on(scanner).deeply().as(app.user()).run();
        assertThat(Scans.lines(report)).containsExactly("isolation-not-proven notes");
        assertThat(report.findings()).filteredOn(finding -> finding.rule() == Rule.ISOLATION_NOT_PROVEN).extracting(Finding::message)
                .containsExactly("The proof did not finish: this role may not read every row (ERROR: permission denied for table notes)");

        try (Connection holder = database.connection(); Connection connection = database.connection()) {
            // The proof begins with this query. What the scan reads before and after it must not wait.
            Connection held = StatementListener.on(connection, sql -> execute(holder, sql.contains(" AS whole, ") ? "BEGIN; LOCK TABLE notes" : "ROLLBACK"));
            assertThat(Scans.on(database).deeply(0, Duration.ofMillis(20)).as(app.user()).run(held).findings())
                    .filteredOn(finding -> finding.rule() == Rule.ISOLATION_NOT_PROVEN && finding.tableName().equals("notes")).extracting(Finding::message)
                    .containsExactly("The proof did not finish: more than 20 ms");
        }
    }

    private static void execute(Connection connection, String sql) {
        try {
            connection.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the scan tells to paste is pasted, and the scan is made again. */
    @ParameterizedTest
    @ValueSource(strings = {"public", "Tenant \"Data\""})
    void theDeclarationIsTheRemedy(String schema, @TempDir Path directory) throws SQLException {
        String quoted = '"' + schema.replace("\"", "\"\"") + '"';
        database.execute("""
                CREATE TABLE %1$s."Order" (id int PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE);
                CREATE TABLE %1$s.items (id int PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
                  "order" int REFERENCES %1$s."Order");
                CREATE INDEX ON %1$s."Order" (organization_id);
                CREATE INDEX ON %1$s.items (organization_id, "order");
                CREATE INDEX ON %1$s.items ("order");
                GRANT SELECT, INSERT, UPDATE, DELETE ON %1$s."Order", %1$s.items TO %2$s""".formatted(quoted, app.user()));
        ScanReport before = Scans.on(database).run();
        assertThat(before.findings()).extracting(Finding::rule).containsExactlyInAnyOrder(Rule.REFERENCE_MAY_CROSS, Rule.ROW_SECURITY_ABSENT);
        String lines = before.findings().stream().map(finding -> finding.remedy().lines().replace("isolation:\n", "").replace("[ app ]", "[ " + app.user() + " ]"))
                .sorted().collect(Collectors.joining());

        Liquibases.on(database).in(directory).changelog("tenancy.orgscope.yaml", "orgscope:\n  version: 1\n  organizations: { schema: public }\n  isolation:\n"
                + lines.indent(2) + """
                  tables:
                    - { schema: '%1$s', table: Order, route: { organization: { name: x } } }
                    - { schema: '%1$s', table: items, route: 'order -> "Order".organization_id' }
                """.formatted(schema)).labels("orgscope-isolate").update();

        assertThat(Scans.on(database).run().findings()).extracting(Finding::rule).containsOnly(Rule.ROW_SECURITY_NOT_FORCED);
    }
}
