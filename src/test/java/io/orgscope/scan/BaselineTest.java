package io.orgscope.scan;

import static io.orgscope.scan.OrganizationRulesTest.scoped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class BaselineTest {

    private static final String FINDINGS = Scans.ORGANIZATIONS + scoped("t") + scoped("s")
            + "ALTER TABLE t ADD a text UNIQUE, ADD b text UNIQUE; ALTER TABLE s ADD a text UNIQUE;";

    @Test
    void acceptsByObjectByTableAndEverywhere(TestDatabase database) throws SQLException {
        database.execute(FINDINGS);
        assertThat(Scans.on(database).found()).containsExactly("unique-not-scoped s s_a_key", "unique-not-scoped t t_a_key", "unique-not-scoped t t_b_key");

        assertThat(accepted(database, "table: t, object: t_a_key")).containsExactly("unique-not-scoped s s_a_key", "unique-not-scoped t t_b_key");
        assertThat(accepted(database, "table: t")).containsExactly("unique-not-scoped s s_a_key");
        assertThat(accepted(database, "table: '*'")).isEmpty();
        assertThat(accepted(database, "table: t, schema: other")).contains("unique-not-scoped t t_a_key", "baseline-entry-unneeded other.t accepted:unique-not-scoped:");
    }

    /** The one that docs/scan.md shows. */
    @Test
    void readsTheBaselineOfThePage() throws IOException {
        String text = Files.readString(Path.of("docs", "yaml", "orgscope-baseline.yaml"));
        assertThatCode(() -> Baseline.parse("b.yaml", text, "public")).doesNotThrowAnyException();
    }

    /** A baseline is no part of a changelog: a name keeps what looks like a parameter. */
    @Test
    void namesThatLookLikeParametersStayAsTheyAre(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("\"${t}\"") + scoped("t") + "ALTER TABLE t ADD a text; CREATE UNIQUE INDEX \"u${a}\" ON t (a);"
                + "ALTER TABLE \"${t}\" ADD b text CONSTRAINT kept UNIQUE; CREATE TABLE \"${prices}\" (id int PRIMARY KEY)");
        assertThat(Scans.on(database).found()).containsExactly("global-undeclared ${prices}", "unique-not-scoped ${t} kept", "unique-not-scoped t u${a}");
        Finding named = Scans.on(database).run().findings().stream().filter(finding -> "u${a}".equals(finding.object())).findFirst().orElseThrow();
        assertThat(named.message()).contains("and step 06 cannot replace it: its name holds '${', which a declaration takes for a parameter");
        String global = Scans.on(database).run().findings().stream().filter(finding -> finding.rule() == Rule.GLOBAL_UNDECLARED).findFirst().orElseThrow().remedy().lines();
        assertThat(Scans.on(database).baseline(global + named.remedy().lines()
                + "  - { rule: unique-not-scoped, table: \"${t}\", reason: It is kept }\n").found()).isEmpty();
        assertThatThrownBy(() -> read("accepted: [{ rule: \"${rule}\", table: t, reason: x }]")).hasMessageContaining("do not read the properties of a changelog");
    }

    /** What is global now need not stay so. A key that may be NULL says nothing of most rows, and people who are shared may name an organization. */
    @Test
    void aLaterReferenceOfAGlobalTableIsFound(TestDatabase database) throws SQLException {
        String global = "global: [{ table: plans, reason: One price list }, { table: users, reason: They have several employers }]\n";
        database.execute(FINDINGS + scoped("links") + """
                CREATE TABLE plans (id int PRIMARY KEY, t_id int REFERENCES t);
                CREATE INDEX ON plans (t_id);
                CREATE TABLE users (id int PRIMARY KEY, organization uuid NOT NULL REFERENCES organizations);
                CREATE INDEX ON users (organization);
                ALTER TABLE links ADD user_id int NOT NULL REFERENCES users, ADD UNIQUE (user_id, organization_id);
                """);
        assertThat(Scans.on(database).baseline(global).found()).noneMatch(line -> line.contains("plans") || line.contains("users"));

        database.execute("ALTER TABLE plans ADD owner uuid NOT NULL CONSTRAINT owned REFERENCES organizations, ALTER t_id SET NOT NULL; CREATE INDEX ON plans (owner)");
        assertThat(Scans.on(database).baseline(global).found()).filteredOn(line -> line.contains("plans") || line.contains("users"))
                .containsExactly("global-names-organization plans owned", "global-names-organization plans plans_t_id_fkey");
        Finding found = Scans.on(database).baseline(global).run().findings().stream().filter(finding -> finding.rule() == Rule.GLOBAL_NAMES_ORGANIZATION)
                .findFirst().orElseThrow();
        assertThat(found.message()).isEqualTo("2 references of each row lead to an organization: (owner) to organizations; (t_id) to t.");
        assertThat(Scans.on(database).baseline(global + found.remedy().lines()).found()).noneMatch(line -> line.contains("plans") || line.contains("unneeded"));
    }

    /** The entry would accept the rule in every schema. */
    @Test
    void aSchemaBesideAllTablesIsRefused() {
        assertThatThrownBy(() -> Baseline.parse("b.yaml", "baseline: { version: 1, accepted: [{ rule: references-cross, schema: legacy, table: '*', reason: It is old }] }", "public"))
                .hasMessageContaining("'schema:' cannot stand beside table: \"*\"");
    }

    @Test
    void keepsWhatItAcceptedWithTheReason(TestDatabase database) throws SQLException {
        database.execute(FINDINGS);

        ScanReport report = Scans.on(database).baseline("accepted: [{ rule: unique-not-scoped, table: s, reason: One for all }]").run();

        assertThat(report.accepted()).singleElement().satisfies(accepted -> {
            assertThat(accepted.finding().object()).isEqualTo("s_a_key");
            assertThat(accepted.reason()).isEqualTo("One for all");
        });
    }

    @Test
    void saysWhichEntriesAreNoLongerNeeded(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("t") + "CREATE TABLE plans (id int PRIMARY KEY)");

        Scans scans = Scans.on(database).baseline("""
                global:
                  - { table: plans, reason: needed }
                  - { table: t, reason: it has its organization by now }
                  - { table: gone, reason: dropped }
                accepted:
                  - { rule: index-invalid, table: t, reason: it was rebuilt }
                  - { rule: references-cross, table: t, reason: only --deep would know }
                  - { rule: model-table-missing, table: t, reason: only --classes would know }
                """);

        assertThat(scans.found()).containsExactly("baseline-entry-unneeded gone global:", "baseline-entry-unneeded t accepted:index-invalid:",
                "baseline-entry-unneeded t global:");
        assertThat(scans.run().findings().get(1).message()).startsWith("The entry in line");
        assertThat(scans.deeply().found()).contains("baseline-entry-unneeded t accepted:references-cross:");
    }

    /** Only a scan with --deep and --as-role tries what a role reaches. */
    @Test
    void keepsEntriesAboutIsolationThatWasNotTried(TestDatabase database) throws SQLException {
        String role = database.asRole("app of " + database.name()).user();
        database.execute(Scans.ORGANIZATIONS + scoped("t"));
        Scans scans = Scans.on(database).baseline("""
                accepted:
                  - { rule: isolation-broken, table: u, reason: the role may read all }
                  - { rule: isolation-not-proven, table: u, reason: it has no rows }
                """);

        assertThat(unneeded(scans)).isEmpty();
        assertThat(unneeded(scans.deeply())).as("as nobody").isEmpty();
        assertThat(unneeded(scans.as(role))).as("without deep").isEmpty();
        assertThat(unneeded(scans.deeply().as(role))).containsExactly("baseline-entry-unneeded u accepted:isolation-broken:",
                "baseline-entry-unneeded u accepted:isolation-not-proven:");
    }

    /** A check that did not run, or that read a sample, has not shown that there is nothing to accept. */
    @Test
    void keepsEntriesAboutDataThatWasNotAllRead(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + scoped("c") + "ALTER TABLE c ADD p_id int CONSTRAINT of_p REFERENCES p; CREATE INDEX ON c (p_id);"
                + "INSERT INTO organizations SELECT FROM generate_series(1, 9); INSERT INTO c SELECT row_number() OVER (), id FROM organizations; ANALYZE");
        String accepted = "accepted: [{ rule: references-cross, table: c, object: of_p, reason: They are old },"
                + " { rule: routes-disagree, table: c, reason: It is known }]";
        Scans scans = Scans.on(database).baseline(accepted).spec("""
                - { table: c, route: [p_id -> p.organization_id, organization_id -> organizations.id] }
                """);

        assertThat(unneeded(scans.deeply())).containsExactly("baseline-entry-unneeded c accepted:references-cross:of_p",
                "baseline-entry-unneeded c accepted:routes-disagree:");
        assertThat(unneeded(scans.deeply(1, Duration.ofSeconds(30)))).as("a sample").isEmpty();
        Login auditor = database.asRole("auditor_" + database.name());
        assertThat(unneeded(Scans.on(auditor).baseline(accepted).deeply())).as("not readable").containsExactly("baseline-entry-unneeded c accepted:routes-disagree:");
        assertThat(unneeded(scans.spec("""
                - { table: c, route: [p_id -> p.organisation_id, organization_id -> organizations.id] }
                """).deeply())).as("a route that cannot be followed").containsExactly("baseline-entry-unneeded c accepted:references-cross:of_p");
    }

    /** With a role, the scan asks about that role alone. Without one, it asks about the declared roles, or about all that may use the table. */
    @Test
    void keepsEntriesAboutRolesThatWereNotAskedAbout(TestDatabase database) throws SQLException {
        String role = database.asRole("app_" + database.name()).user();
        String other = database.asRole("other_" + database.name()).user();
        database.execute(Scans.ORGANIZATIONS + scoped("t"));
        Scans scans = Scans.on(database).baseline("""
                accepted:
                  - { rule: row-security-role-not-bound, table: t, reason: It is the owner }
                  - { rule: row-security-bypassed, table: t, reason: For the operators }
                  - { rule: row-security-widened, table: t, reason: For the reports }
                """);
        String notBound = "baseline-entry-unneeded t accepted:row-security-role-not-bound:";
        String bypassed = "baseline-entry-unneeded t accepted:row-security-bypassed:";
        String widened = "baseline-entry-unneeded t accepted:row-security-widened:";

        assertThat(unneeded(scans)).containsExactly(bypassed, widened);
        assertThat(unneeded(scans.as(role))).containsExactly(notBound);
        Scans declared = scans.spec("- { table: t, route: organization_id -> organizations.id, isolation: { rows: { roles: [ " + role + " ] } } }");
        assertThat(unneeded(declared)).containsExactly(bypassed, notBound, widened);
        assertThat(unneeded(declared.as(role))).containsExactly(notBound);
        assertThat(unneeded(declared.as(other))).as("the declared role was not asked about").isEmpty();
    }

    /** An entry with names is about these roles. */
    @Test
    void keepsNamesOfRolesThatWereNotAskedAbout(TestDatabase database) throws SQLException {
        String role = database.asRole("app_" + database.name()).user();
        String other = database.asRole("other_" + database.name()).user();
        database.execute(Scans.ORGANIZATIONS + scoped("t"));
        Scans both = Scans.on(database).baseline("accepted: [{ rule: row-security-role-not-bound, table: t, object: [ " + role + ", " + other + " ], reason: They own it }]");

        assertThat(unneeded(both)).isEmpty();
        assertThat(unneeded(both.as(role))).containsExactly("baseline-entry-unneeded t accepted:row-security-role-not-bound:" + role + "," + other);
        assertThat(both.as(role).run().findings()).filteredOn(finding -> finding.rule() == Rule.BASELINE_UNNEEDED).singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("there is no finding for " + role + "."));
        Scans one = Scans.on(database).baseline("accepted: [{ rule: row-security-role-not-bound, table: t, object: " + other + ", reason: It owns it }]");
        assertThat(unneeded(one.as(role))).isEmpty();
        assertThat(unneeded(one.as(other))).hasSize(1);
    }

    private static List<String> unneeded(Scans scans) throws SQLException {
        return scans.found().stream().filter(line -> line.startsWith("baseline-entry-unneeded")).toList();
    }

    @Test
    void isReadWithItsLines() {
        assertThatThrownBy(() -> read("accepted:\n    - { rule: unique-not-skoped, table: t, reason: x }"))
                .hasMessageContaining("b.yaml:3").hasMessageContaining("Did you mean 'unique-not-scoped'?");
        assertThatThrownBy(() -> read("accepted: [{ rule: unique-not-scoped, table: t }]")).hasMessageContaining("needs 'reason:'");
        assertThatThrownBy(() -> read("accepted: [{ rule: unique-not-scoped, reason: x }]")).hasMessageContaining("needs 'table:'");
        assertThatThrownBy(() -> read("global: [{ table: '*', reason: x }]")).hasMessageContaining("decide for each table");
        assertThatThrownBy(() -> read("accepted: [{ rule: baseline-entry-unneeded, table: t, reason: x }]")).hasMessageContaining("delete the entry");
        assertThatThrownBy(() -> read("excepted: []")).hasMessageContaining("'excepted' is not known");
    }

    private static List<String> accepted(TestDatabase database, String where) throws SQLException {
        return Scans.on(database).baseline("accepted: [{ rule: unique-not-scoped, " + where + ", reason: so it is }]").found();
    }

    private static Baseline read(String text) {
        return Baseline.parse("b.yaml", "baseline:\n  " + text, "public");
    }
}
