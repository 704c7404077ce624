package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.report.Json;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The same report in each of its forms. */
@PostgresTest
class ScanReportsTest {

    private static final String HOSTILE = "CREATE TABLE \"</script><b>|`x`\n\u001b[31m\" (id int, u uuid REFERENCES organizations)";

    @Test
    void jsonHasEveryFindingAndEveryTable(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);
        ScanReport report = Scans.on(database).run();

        Map<String, Object> json = read(Json.write(JsonReport.of(report)));

        assertThat((List<?>) json.get("tables")).hasSize(50);
        List<Map<String, Object>> findings = list(json, "findings");
        assertThat(findings).hasSameSizeAs(report.findings());
        assertThat(findings.get(0)).containsEntry("severity", "CRITICAL").containsEntry("rule", "organization-column-missing")
                .containsEntry("table", "social_platform_connections").containsKeys("message", "why", "remedy", "id");
        assertThat(findings.stream().map(finding -> finding.get("id"))).doesNotHaveDuplicates();
        assertThat(((Map<?, ?>) json.get("summary")).get("compliancePercent")).isEqualTo(report.compliance());
    }

    @Test
    void sarifKeepsToItsForm(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);
        ScanReport report = Scans.on(database).baseline("global: [{ table: plans, reason: r }]\naccepted: [{ rule: shared-undeclared, table: users, reason: s }]").run();

        Map<String, Object> sarif = read(Json.write(SarifReport.of(report)));

        assertThat(sarif).containsEntry("version", "2.1.0").containsKey("$schema");
        Map<String, Object> run = list(sarif, "runs").get(0);
        List<Map<String, Object>> rules = list(map(map(run, "tool"), "driver"), "rules");
        assertThat(rules).extracting(rule -> rule.get("id")).doesNotHaveDuplicates().hasSize(Rule.values().length);
        List<Map<String, Object>> results = list(run, "results");
        assertThat(results).hasSize(report.findings().size() + 1);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.get("level")).isIn("error", "warning", "note");
            assertThat(rules.get((int) result.get("ruleIndex")).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(map(result, "message").get("text").toString()).isNotBlank();
            assertThat(list(list(result, "locations").get(0), "logicalLocations")).hasSize(1);
        });
        assertThat(results).filteredOn(result -> result.containsKey("suppressions")).singleElement()
                .satisfies(result -> assertThat(list(result, "suppressions").get(0)).containsEntry("justification", "s"));
    }

    @Test
    void markdownHasTheFormOfTheSeedReport(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);

        String markdown = MarkdownReport.of(Scans.on(database).run());

        assertThat(markdown).contains("## Scan results summary", "| Total tables scanned | 50 |", "## Critical issues",
                "### Issue #1: Organization column missing in `social_platform_connections`", "**Severity:** 🔴 CRITICAL", "**Impact:**", "**Remedy:**",
                "#   unique:\n#     - { replaces: idx_social_conn_user_platform }\n", "### Table status breakdown", "## Next steps");
        assertThat(markdown).contains("The lines are those of issue #1.");
        assertThat(markdown.lines().filter(line -> line.startsWith("| `") && line.contains("not analysed"))).hasSize(50);
        assertThat(markdown).doesNotContain("\u001b", "\n\u001b[31m");
    }

    @Test
    void htmlIsOneFileThatNoNameCanBreak(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);

        String html = HtmlReport.of(Scans.on(database).run());

        assertThat(count(html, "<script")).isEqualTo(count(html, "</script>")).isEqualTo(3);
        assertThat(html).doesNotContain("<b>|", "{{").contains("<details data-severity=\"CRITICAL\"", "d3js.org v7", "Permission to use, copy, modify");
        assertThat(Pattern.compile("(src|href)=\"").matcher(html).find()).as("nothing from elsewhere").isFalse();
        Matcher data = Pattern.compile("(?s)id=\"data\">(.*?)</script>").matcher(html);
        assertThat(data.find()).isTrue();
        assertThat(list(read(data.group(1)), "tables")).hasSize(50);
    }

    @Test
    void textIsForPeople(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);
        ScanReport report = Scans.on(database).run();

        String text = TextReport.of(report, false);

        assertThat(text).contains("22 critical, 18 warning", "Ready to paste under tables: in your .orgscope.yaml:",
                "    # - table: social_platform_connections").doesNotContain("\u001b");
        assertThat(text.lines().filter(line -> line.startsWith("CRITICAL")).findFirst().orElseThrow()).contains("social_platform_connections");
        assertThat(TextReport.of(report, true)).contains("\u001b[31;1mCRITICAL");
    }

    @Test
    void driftIsNewFixedAndChanged(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        String before = Json.write(JsonReport.of(Scans.on(database).run()));
        assertThat(drift(database, before)).satisfies(same -> {
            assertThat(same.added()).isEmpty();
            assertThat(same.fixed()).isEmpty();
            assertThat(same.changed()).isEmpty();
        });

        database.execute("""
                UPDATE goals SET organization_id = NULL;
                ALTER TABLE goals ALTER organization_id SET NOT NULL;
                CREATE TABLE extra (id int PRIMARY KEY);
                ALTER TABLE metrics ADD secret text;
                DROP TABLE research_data;
                """);
        Drift drift = drift(database, before);

        assertThat(drift.added()).extracting(Drift.Line::rule, Drift.Line::table).containsExactly(tuple("global-undeclared", "extra"));
        assertThat(drift.fixed()).extracting(Drift.Line::rule, Drift.Line::table)
                .containsExactly(tuple("organization-nullable", "goals"), tuple("global-undeclared", "research_data"));
        assertThat(drift.changed()).extracting(Drift.Line::table, Drift.Line::rule).containsExactlyInAnyOrder(
                tuple("metrics", "organization-column-missing"), tuple("extra", ""), tuple("research_data", ""));
        ScanReport report = Scans.on(database).run().against(drift);
        assertThat(TextReport.of(report, false)).contains("1 new, 2 fixed, 3 changed");
        assertThat(MarkdownReport.of(report)).contains("## Changes since");
        assertThat(HtmlReport.of(report)).contains("Changes since");
        assertThat(map(JsonReport.of(report), "drift")).containsKeys("since", "new", "fixed", "changed");
    }

    @Test
    void driftNeedsAReport(TestDatabase database) throws SQLException {
        ScanReport report = Scans.on(database).run();
        for (String wrong : List.of("", "{", "[]", "{\"a\": 1}", "!!java.util.Date 5")) {
            assertThatThrownBy(() -> Drift.between("old.json", wrong, JsonReport.of(report))).hasMessageContaining("old.json is not");
        }
    }

    @Test
    void ruleIdsAreStable() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
        assertThat(Rule.find("organization-column-missing")).contains(Rule.COLUMN_MISSING);
    }

    @Test
    void theDocumentationHasEveryRule() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs", "scan.md")).stream().filter(line -> line.matches("\\| `[a-z-]+` \\| [A-Z]+ \\|.*")))
                .containsExactly(Arrays.stream(Rule.values()).map(rule -> "| `" + rule.id() + "` | " + rule.severity() + " | " + rule.title() + ". "
                        + rule.why() + " |").toArray(String[]::new));
    }

    private static Drift drift(TestDatabase database, String before) throws SQLException {
        return Drift.between("old.json", before, JsonReport.of(Scans.on(database).run()));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static int count(String text, String what) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    private static Map<String, Object> read(String json) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(20_000_000);
        return new Yaml(new SafeConstructor(options)).load(json);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }
}
