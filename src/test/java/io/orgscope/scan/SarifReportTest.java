package io.orgscope.scan;

import static io.orgscope.scan.ScanReportsTest.HOSTILE;
import static io.orgscope.scan.ScanReportsTest.list;
import static io.orgscope.scan.ScanReportsTest.map;
import static io.orgscope.scan.ScanReportsTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.report.Json;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.format.SarifReport;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The report for viewers of code analysis. */
@PostgresTest
class SarifReportTest {

    @Test
    void keepsToItsForm(TestDatabase database) throws SQLException {
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

    /** GitHub takes results with the same primaryLocationLineHash for one alert. It makes one from the line if there is none. */
    @Test
    void tellsFindingsApart(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        ScanReport report = Scans.on(database).spec("""
                - { table: nowhere, route: a_id -> b.c_id }
                - { table: goals, route: organization_id -> organizations.id }
                """).run();

        List<Map<String, Object>> results = list(list(read(Json.write(SarifReport.of(report))), "runs").get(0), "results");

        assertThat(results).extracting(result -> map(result, "partialFingerprints").get("primaryLocationLineHash")).doesNotContainNull().doesNotHaveDuplicates();
        Map<String, Set<Object>> lines = results.stream().map(result -> list(result, "locations").get(0)).collect(Collectors.groupingBy(
                location -> list(location, "logicalLocations").get(0).get("fullyQualifiedName").toString().replaceAll("^\"public\"\\.\"(\\w+)\".*", "$1"),
                Collectors.mapping(location -> map(map(location, "physicalLocation"), "region").get("startLine"), Collectors.toSet())));
        assertThat(lines).containsEntry("nowhere", Set.of(4)).containsEntry("goals", Set.of(5)).containsEntry("users", Set.of(1));
    }
}
