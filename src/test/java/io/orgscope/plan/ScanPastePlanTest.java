package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.EntryYaml;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.route.Route;
import io.orgscope.scan.Scan;
import io.orgscope.scan.ScanOptions;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scan tells to paste: no route that is not an active one of the plan, so no row of another organization either. */
@PostgresTest
class ScanPastePlanTest {

    static List<String> schemas() {
        return TruthSchema.NAMES;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void noRouteToPasteIsAQuestionOfThePlan(String name, TestDatabase database) throws SQLException {
        TruthSchema schema = TruthSchema.read(name);
        schema.into(database);
        database.execute("DROP SCHEMA truth CASCADE");
        Plan plan = Plans.of(database, schema.options(false));
        for (TableDeclaration pasted : pasted(database, plan, schema)) {
            PlannedTable table = Plans.byName(plan).get(pasted.name("public"));
            if (table.status() == ScopingStatus.SCOPED) {
                assertThat(paths(pasted.routes())).as(name + ": the column that is there already, of " + table.table().name()).hasSize(1)
                        .allMatch(path -> path.startsWith(schema.column() + " -> "));
                continue;
            }
            assertThat(table.active()).as(name + ": " + table.table().name() + ", of which the plan asks " + table.question()).isTrue();
            assertThat(paths(EntryYaml.routesOf(table))).as(name + ": " + table.table().name()).containsAll(paths(pasted.routes()));
        }
    }

    /** The entries that are no comments, as the library reads them. */
    private static List<TableDeclaration> pasted(TestDatabase database, Plan plan, TruthSchema schema) throws SQLException {
        try (Connection connection = database.connection()) {
            ScanReport report = Scan.run(connection, new ScanOptions(plan.organizations(), schema.column(), "public", null, Baseline.NONE, null, null, null, false));
            String lines = report.findings().stream().flatMap(finding -> Stream.concat(Stream.of(finding), finding.parts().stream())).map(Finding::remedy)
                    .filter(remedy -> remedy != null && remedy.file() == Remedy.Target.SPEC).map(Remedy::lines).distinct()
                    .filter(entry -> entry.lines().anyMatch(line -> line.strip().startsWith("route:"))).collect(Collectors.joining());
            return lines.isEmpty() ? List.of() : OrgScopeFile.parse("pasted.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n" + lines.indent(4)).tables();
        }
    }

    private static List<String> paths(List<? extends Route> routes) {
        return routes.stream().map(route -> ((Route.Path) route).path() + (route.when() == null ? "" : " when " + route.when())).toList();
    }
}
