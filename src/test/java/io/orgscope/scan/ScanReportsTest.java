package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.report.Json;
import io.orgscope.report.LineWidth;
import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.format.HtmlData;
import io.orgscope.scan.format.HtmlReport;
import io.orgscope.scan.format.JsonReport;
import io.orgscope.scan.format.MarkdownReport;
import io.orgscope.scan.format.TextReport;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The same report in each of its forms. */
@PostgresTest
class ScanReportsTest {

    static final String HOSTILE = "CREATE TABLE \"</script><b>|`x`\n\u001b[31m\" (id int, u uuid REFERENCES organizations)";

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
    void markdownHasTheFormOfTheSeedReport(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);

        String markdown = MarkdownReport.of(Scans.on(database).run());

        assertThat(markdown).contains("## Scan results summary", "| Total tables scanned | 50 |", "## Critical issues",
                "### Issue #1: Organization column missing in 22 tables", "**Severity:** 🔴 CRITICAL", "**Impact:**", "**Remedy:**",
                "#   unique:\n#     - { replaces: idx_social_conn_user_platform }\n", "### Table status breakdown", "## Next steps");
        assertThat(markdown).contains("The lines are those of issue");
        assertThat(markdown.lines().filter(line -> line.startsWith("| `") && line.contains("not analysed"))).hasSize(50);
        assertThat(markdown).doesNotContain("\u001b", "\n\u001b[31m");
    }

    /** A key that is there twice is refused, and lines behind another entry would belong to it. */
    @Test
    void whatIsToPasteFitsTogether(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + OrganizationRulesTest.scoped("t") + OrganizationRulesTest.scoped("c") + OrganizationRulesTest.scoped("d") + """
                ALTER TABLE t ADD code text UNIQUE;
                ALTER TABLE c ADD t_id int REFERENCES t, ADD code text UNIQUE, ADD sku text UNIQUE;
                CREATE INDEX ON c (t_id);
                ALTER TABLE d ENABLE ROW LEVEL SECURITY;
                """);
        ScanReport report = Scans.on(database).spec("""
                - { table: t, route: organization_id -> organizations.id }
                - { table: c, route: organization_id -> organizations.id }
                """).run();

        String text = TextReport.of(report, false);

        assertThat(text).containsOnlyOnce("isolation:\n").containsOnlyOnce("  references: composite").containsOnlyOnce("  rows: {").contains("""
                    # In the entry of c:
                    #   unique:
                    #     - { replaces: c_code_key }
                    #     - { replaces: c_sku_key }
                """, "    # In the entry of t:\n");
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Map<String, Object>> isolation = new Yaml(new SafeConstructor(strict)).load(Remedy.merged(Remedy.Target.ISOLATION, report.findings().stream()
                .map(Finding::remedy).filter(remedy -> remedy.file() == Remedy.Target.ISOLATION).map(Remedy::lines).collect(Collectors.toCollection(LinkedHashSet::new))));
        assertThat(isolation.get("isolation")).containsEntry("references", "composite").containsEntry("rows", Map.of("roles", List.of("app"), "force", true));
        assertThat(MarkdownReport.of(report)).contains("under orgscope: in your .orgscope.yaml, within the isolation: of issue #");
    }

    @Test
    void markdownHasTheSummaryInSightAndTheRestFolded(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);
        ScanReport report = Scans.on(database).run();

        String markdown = MarkdownReport.of(report);

        assertThat(count(markdown, "<details><summary>")).isEqualTo(count(markdown, "\n\n</details>\n")).isGreaterThan(10);
        String visible = Pattern.compile("(?s)<details>.*?</details>\n").matcher(markdown).replaceAll("");
        assertThat(visible.lines()).as("what is in sight").hasSizeLessThan(240);
        report.findings().stream().map(finding -> finding.rule()).distinct().forEach(rule -> assertThat(visible)
                .containsOnlyOnce(": " + rule.title()).contains("| `" + rule.id() + "` |"));
        report.findings().stream().map(finding -> finding.remedy().lines()).filter(lines -> !lines.isEmpty() && !lines.contains(":\n  - {"))
                .forEach(lines -> lines.lines().forEach(line -> assertThat(markdown).contains(line)));
    }

    @Test
    void htmlIsOneFileThatNoNameCanBreak(TestDatabase database) throws Exception {
        database.fixture(KeyType.UUID);
        database.execute(HOSTILE);
        ScanReport report = Scans.on(database).run();

        String html = HtmlReport.of(report);

        assertThat(count(html, "<script")).isEqualTo(count(html, "</script>")).isEqualTo(4);
        assertThat(html).doesNotContain("<b>|", "{{").contains("d3js.org v7", "Permission to use, copy, modify");
        assertThat(Pattern.compile("(src|href)=\"").matcher(html).find()).as("nothing from elsewhere").isFalse();
        Map<String, Object> index = read(inflated(html, "index"));
        assertThat((List<?>) map(index, "tables").get("name")).hasSize(50).allSatisfy(name -> assertThat(name.toString()).doesNotContain("\u001b"));
        assertThat((List<?>) map(index, "findings").get("rule")).hasSameSizeAs(report.findings());
        List<List<?>> details = new Yaml(new SafeConstructor(new LoaderOptions())).load(inflated(html, "part-0"));
        assertThat(details).hasSameSizeAs(report.findings());
        assertThat(details.get(0).get(0)).isEqualTo(report.findings().get(0).message());
        assertThat(details.get(0).get(4)).isEqualTo(report.findings().get(0).remedy().lines());
    }

    /** One part a page of findings, in the order of the report: the page finds the text of a finding by its number. */
    @Test
    void htmlHasTheTextsInParts(TestDatabase database) throws Exception {
        ScanReport few = Scans.on(database).run();
        Finding finding = few.findings().get(0);
        int many = 2 * HtmlData.PART + 1;
        ScanReport report = new ScanReport(few.at(), few.server(), few.organizations(), few.column(), null, Map.of(), few.tables(),
                IntStream.range(0, many).mapToObj(i -> Finding.of(finding.rule(), finding.table(), null, "finding " + i, finding.remedy())).toList(),
                List.of(), 0, null, null, null, null);

        String html = HtmlReport.of(report);

        assertThat(inflated(html, "part-1")).startsWith("[[\"finding " + HtmlData.PART + "\"");
        assertThat(inflated(html, "part-2")).contains("finding " + (many - 1)).startsWith("[[").doesNotContain("],[");
        assertThat(html).doesNotContain("id=\"part-3\"").hasSizeLessThan(400_000);
    }

    static String inflated(String html, String id) throws IOException {
        Matcher data = Pattern.compile("<script type=\"text/plain\" id=\"" + id + "\">(.*?)</script>").matcher(html);
        assertThat(data.find()).as(id).isTrue();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1))))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A name of 63 characters that breaks badly, one with no place to break, one in wide characters, one that is hostile. */
    @Test
    void textFitsTheTerminalWhateverTheNamesAre(TestDatabase database) throws SQLException {
        String schema = "s".repeat(63);
        database.execute("CREATE SCHEMA " + schema + "; CREATE TABLE organizations (id int PRIMARY KEY);" + HOSTILE.replace("uuid", "int")
                + ";CREATE TABLE " + schema + "." + "t".repeat(63) + " (" + "k".repeat(63) + " int UNIQUE, organization_id int NOT NULL REFERENCES organizations);"
                + "CREATE TABLE \"" + "表".repeat(21) + "\" (id int PRIMARY KEY, \"" + "c".repeat(63) + "\" int NOT NULL REFERENCES " + schema + "."
                + "t".repeat(63) + " (" + "k".repeat(63) + "), code text UNIQUE);"
                + "CREATE TABLE \"Order \"\"x\"\"; DROP " + "y ".repeat(20) + "\" (id int, organization_id int, \"" + "p ".repeat(30)
                + "\" int REFERENCES " + schema + "." + "t".repeat(63) + " (" + "k".repeat(63) + "));");
        ScanReport report = Scans.on(database).run();

        String text = TextReport.of(report, false);

        assertThat(text.lines()).allSatisfy(line -> assertThat(LineWidth.of(line)).as(line).isLessThanOrEqualTo(LineWidth.COLUMNS));
        assertThat(text).contains("reference-may-cross", "under orgscope: in your .orgscope.yaml:\n    isolation:\n      references: composite").doesNotContain("\u001b");
        String pasted = text.substring(text.indexOf("Ready to paste under tables")).lines().skip(1).takeWhile(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(pasted);
        List<Map<String, Object>> meant = new Yaml(new SafeConstructor(new LoaderOptions())).load(Remedy.merged(Remedy.Target.SPEC,
                report.findings().stream().filter(finding -> finding.rule().severity() != Severity.INFO).map(Finding::remedy)
                        .filter(remedy -> remedy.file() == Remedy.Target.SPEC).map(Remedy::lines).collect(Collectors.toCollection(LinkedHashSet::new))));
        assertThat(entries).as("broken lines are read as the same").isEqualTo(meant).isNotEmpty();
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
    void driftIsNewFixedAndChanged(TestDatabase database) throws Exception {
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
        assertThat(inflated(HtmlReport.of(report), "index")).contains("Changes since");
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

    static Map<String, Object> read(String json) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(20_000_000);
        return new Yaml(new SafeConstructor(options)).load(json);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.get(key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }
}
