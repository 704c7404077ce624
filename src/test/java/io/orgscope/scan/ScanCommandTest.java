package io.orgscope.scan;

import static io.orgscope.scan.OrganizationRulesTest.scoped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Cli;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The command as a user runs it. */
@PostgresTest
class ScanCommandTest {

    @TempDir
    private Path directory;

    @Test
    void theExitCodeTellsFindingsFromFailures(TestDatabase database) throws Exception {
        database.fixture(KeyType.UUID);

        Cli.Result found = cli(database);
        assertThat(found.exitCode()).as(found.err()).isEqualTo(ScanCommand.FOUND);
        assertThat(found.out()).startsWith("test_").contains("CRITICAL  social_platform_connections").doesNotContain("\u001b", "Liquibase");
        assertThat(found.err()).contains("orgscope-scan: 21 critical, 17 warning, 67 info.").doesNotContain("\tat ");

        Cli.Result json = cli(database, "--format=json", "--fail-on=never");
        assertThat(json.exitCode()).as(json.err()).isZero();
        assertThat(read(json.out())).containsEntry("report", "orgscope-scan");

        Cli.Result wrong = cli(database, "--format=pdf");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("There is no format 'pdf'. Use one of text, json, markdown, html, sarif.");
    }

    /** In each format the tables and obstacles of the plan's report; without the option nothing of it. What the baseline says counts. */
    @Test
    void theSectionAboutCitus(TestDatabase database) throws Exception {
        database.fixture(KeyType.UUID);
        Files.writeString(directory.resolve("baseline.yaml"), "baseline:\n  global: [{ table: memories, reason: Everybody reads them }]\n");
        String plan = Liquibases.on(database).run("orgscopePlan", Map.of("target", "citus"));
        assertThat(plan).contains("Citus");
        assertThat(cli(database, "--target=citus", "--fail-on=never").out()).contains(plan);
        assertThat(scan(database, Map.of("failOn", "never"))).doesNotContain("Citus");
        assertThat(scan(database, Map.of("target", "citus", "baseline", "baseline.yaml", "failOn", "never"))).contains("No organization, but content")
                .contains("memories                       reference");
        assertThat(scan(database, Map.of("target", "citus", "format", "markdown", "failOn", "never")))
                .contains("## Citus: what to distribute, and the obstacles\n", "### Obstacles\n", "| `goals` | distributed |");
        assertThat(read(scan(database, Map.of("target", "citus", "format", "json", "failOn", "never")))).containsKey("distribution");
        assertThat(ScanReportsTest.inflated(scan(database, Map.of("target", "citus", "format", "html", "failOn", "never")), "index"))
                .contains("Citus: what each table would become", "Citus: obstacles", "Citus: what is different afterwards");
        assertThatThrownBy(() -> scan(database, Map.of("target", "oracle"))).hasStackTraceContaining("target has to be citus");
    }

    @Test
    void theOutputFileHoldsTheReportAndNothingElse(TestDatabase database) throws Exception {
        database.execute(Scans.ORGANIZATIONS + scoped("t") + "CREATE TABLE plans (id int PRIMARY KEY); INSERT INTO organizations DEFAULT VALUES");
        Files.writeString(directory.resolve("baseline.yaml"), "baseline:\n  global: [{ table: plans, reason: One price list }]\n");
        Files.writeString(directory.resolve("app.orgscope.yaml"), """
                orgscope:
                  version: 1
                  tables:
                    - { table: t, route: organization_id -> organizations.id }
                """);

        Cli.Result first = cli(database, "--output-file=first.json", "--format=json", "--fail-on=INFO");
        assertThat(first.exitCode()).as("plans is not declared global").isEqualTo(ScanCommand.FOUND);
        Cli.Result second = cli(database, "--output-file=second.json", "--format=json", "--fail-on=WARNING", "--baseline=baseline.yaml",
                "--spec=app.orgscope.yaml", "--deep=true", "--sample=1000", "--statement-timeout=5s", "--against=first.json");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).isEmpty();
        Map<String, Object> report = read(Files.readString(directory.resolve("second.json")));
        assertThat(report).containsKeys("checks", "drift");
        assertThat(((Map<?, ?>) report.get("drift")).get("fixed")).asList().hasSize(1);
    }

    @Test
    void runsThroughCommandScopeWithOtherNames(TestDatabase database) throws Exception {
        database.execute("CREATE SCHEMA app; CREATE TABLE app.tenants (key int PRIMARY KEY);"
                + "CREATE TABLE app.notes (id int PRIMARY KEY, tenant_key int NOT NULL REFERENCES app.tenants ON DELETE CASCADE);"
                + "CREATE INDEX ON app.notes (tenant_key)");

        String text = Liquibases.on(database).run("orgscopeScan", Map.of("organizationsSchema", "app", "organizationsTable", "tenants",
                "organizationsKey", "key", "column", "tenant_key", "failOn", "WARNING"));

        assertThat(text).contains("organizations in app.tenants.key", "1 scoped", "0 critical, 0 warning");
    }

    @Test
    void failsAsItIsToldTo(TestDatabase database) throws Exception {
        database.execute(Scans.ORGANIZATIONS + scoped("t") + "ALTER TABLE t ALTER organization_id DROP NOT NULL");

        assertThat(scan(database, Map.of("failOn", "CRITICAL"))).contains("organization-nullable");
        assertThatThrownBy(() -> scan(database, Map.of("failOn", "warning"))).hasStackTraceContaining("0 critical, 1 warning, 1 info");
        assertThatThrownBy(() -> scan(database, Map.of("failOn", "BAD"))).hasStackTraceContaining("one of CRITICAL, WARNING, INFO, NEVER");
        assertThatThrownBy(() -> scan(database, Map.of("baseline", "nowhere.yaml"))).hasStackTraceContaining("There is no file nowhere.yaml");
        assertThatThrownBy(() -> scan(database, Map.of("deep", true, "statementTimeout", "soon"))).hasStackTraceContaining("has to be a duration");
        assertThatThrownBy(() -> Liquibases.at("offline:postgresql").run("orgscopeScan", Map.of())).hasStackTraceContaining("with no connection");
    }

    /** Two notes of two organizations, and a role that row security binds: by the command, and by one in a process of its own. */
    @Test
    void asRoleTriesWhatTheApplicationReaches(TestDatabase database) throws Exception {
        String role = database.asRole("App \"x\" of " + database.name()).user();
        String quoted = '"' + role.replace("\"", "\"\"") + '"';
        database.execute(Scans.ORGANIZATIONS + scoped("notes") + """
                INSERT INTO organizations SELECT md5(n::text)::uuid FROM generate_series(1, 2) n;
                INSERT INTO notes SELECT n, md5(n::text)::uuid FROM generate_series(1, 2) n;
                ALTER TABLE notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                CREATE POLICY own ON notes USING (organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid))
                  WITH CHECK (organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::uuid));
                GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO %s""".formatted(quoted));
        assertThat(scan(database, Map.of("deep", true, "asRole", role))).contains("0 critical, 0 warning");

        database.execute("ALTER POLICY own ON notes USING (true)");
        assertThat(scan(database, Map.of("asRole", role, "failOn", "NEVER"))).as("without deep nothing is tried").doesNotContain("isolation-broken");
        assertThat(scan(database, Map.of("deep", true, "failOn", "NEVER"))).as("as nobody").doesNotContain("isolation-broken");
        Cli.Result broken = cli(database, "--deep=true", "--as-role=" + role);
        assertThat(broken.exitCode()).as(broken.err()).isEqualTo(ScanCommand.FOUND);
        assertThat(broken.out()).contains("isolation-broken", "statements tried", "role " + role);
        assertThat(database.number("SELECT count(*) FROM notes")).as("rolled back").isEqualTo(2);
        assertThatThrownBy(() -> scan(database, Map.of("asRole", role.toUpperCase(Locale.ROOT)))).hasStackTraceContaining("There is no role APP \"X\"");
    }

    @Test
    void changesNothing(TestDatabase database) throws Exception {
        database.execute(Scans.ORGANIZATIONS + scoped("t"));
        scan(database, Map.of("deep", true));
        assertThat(database.strings("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1"))
                .as("not even Liquibase's own tables").containsExactly("organizations", "t");
    }

    private String scan(TestDatabase database, Map<String, ?> arguments) {
        return Liquibases.on(database).in(directory).run("orgscopeScan", arguments);
    }

    private Cli.Result cli(TestDatabase database, String... arguments) {
        String[] all = new String[arguments.length + 2];
        int outputFiles = 0;
        // --output-file is Liquibase's own and global: it goes before the command.
        for (String argument : arguments) {
            if (argument.startsWith("--output-file")) {
                all[outputFiles++] = argument;
            }
        }
        int at = outputFiles;
        all[at++] = "orgscope-scan";
        all[at++] = "--url=" + database.url();
        for (String argument : arguments) {
            if (!argument.startsWith("--output-file")) {
                all[at++] = argument;
            }
        }
        return Cli.in(directory).run(all);
    }

    private static Map<String, Object> read(String json) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
    }
}
