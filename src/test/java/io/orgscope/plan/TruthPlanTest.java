package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figure that counts: how many rows an active route would give to another organization than the one whose they are. On
 * schemas made to be unlike each other, by the catalog alone and by the rows; docs/plan.md shows the same table.
 */
@PostgresTest
class TruthPlanTest {

    private static final Path DOCUMENT = Path.of("docs", "plan.md");

    /** The schemas on which update is run too; the others' routes are only followed by queries, which takes less time. */
    private static final List<String> UPDATED = List.of("freight", "kanban", "media", "school");

    /** What became of the rows of one schema. */
    private record Count(long right, long asked, long wrong, long notFound) {

        @Override
        public String toString() {
            return right + " | " + asked + " | " + wrong + " | " + notFound;
        }
    }

    /** Of each row: its table, what is known of it, and what it was given. */
    private static final String ROWS = """
            SELECT r.tbl, CASE WHEN a.organization IS NOT NULL AND a.organization IS DISTINCT FROM r.organization THEN 'wrong'
                          WHEN a.organization IS NOT NULL OR r.organization IS NULL THEN 'right' ELSE 'none' END AS what, count(*)
              FROM truth.rows r LEFT JOIN truth.answers a USING (tbl, key)
             GROUP BY 1, 2 ORDER BY 1, 2
            """;

    static List<String> schemas() {
        return TruthSchema.NAMES;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void noRowIsGivenToAnotherOrganization(String name, TestDatabase database, @TempDir Path directory) throws SQLException, IOException {
        TruthSchema schema = TruthSchema.read(name);
        schema.into(database);
        Map<String, String> wrong = new TreeMap<>();
        Plan byCatalog = Plans.of(database, schema.options(false));
        Count catalog = count(database, byCatalog, wrong);
        scanAsksTheSame(database, schema, byCatalog);
        scanOffersTheSame(database, schema, byCatalog);
        Plan byRows = Plans.of(database, schema.options(true));
        Count rows = count(database, byRows, wrong);
        assertThat(wrong).as("rows given to another organization").isEmpty();
        assertThat(row(name)).isEqualTo("| " + name + " | " + plan(byRows) + " | " + catalog + " | " + rows + " |");
        if (UPDATED.contains(name)) {
            updateGivesTheSame(database, byRows, directory);
        }
    }

    /** One inference, one answer: where the plan asks, the scan does, and both take the same way. Only where a pair leads the rows alone may say. */
    private static void scanAsksTheSame(TestDatabase database, TruthSchema schema, Plan plan) throws SQLException {
        try (Connection connection = database.connection()) {
            CatalogRoutes scan = CatalogRoutes.of(Catalog.ofAll(connection), plan.organizations(), schema.column(), Map.of(), Set.of());
            for (PlannedTable table : plan.entries()) {
                boolean pair = table.candidates().stream().anyMatch(candidate -> candidate.reference().origin() == Reference.Origin.PAIR);
                if (pair && scan.status(table.table().name()) == ScopingStatus.UNKNOWN) {
                    continue;
                }
                boolean open = scan.questions().containsKey(table.table().name());
                assertThat(open || pair).as("whether the scan asks about " + table.table().name()).isEqualTo(table.question() != null || pair);
                if (!open && table.active()) {
                    assertThat(scan.proposal(table.table().name()).map(proposal -> proposal.routes().stream().map(route -> route.path().toString()).toList())
                            .orElse(List.of())).as("the scan's routes of " + table.table().name())
                            .isEqualTo(table.chosen().stream().flatMap(candidate -> candidate.paths().stream())
                                    .map(way -> way.route(table.table().name().schema()).path().toString()).distinct().toList());
                }
            }
        }
    }

    /** What the scan offers to paste is what the plan takes. */
    private static void scanOffersTheSame(TestDatabase database, TruthSchema schema, Plan plan) throws SQLException {
        try (Connection connection = database.connection()) {
            CatalogRoutes scan = CatalogRoutes.of(Catalog.ofAll(connection), new Organizations(plan.organizations().table(), schema.key(), null),
                    schema.column(), Map.of(), Set.of());
            for (PlannedTable table : plan.entries()) {
                TableName tableName = table.table().name();
                boolean offered = scan.proposal(tableName).filter(proposal -> proposal.question() == null).isPresent();
                // Where a pair of type and key leads only rows may tell, which a scan does not read.
                boolean pair = table.chosen().stream().anyMatch(candidate -> candidate.reference().origin() == Reference.Origin.PAIR)
                        && scan.proposal(tableName).isEmpty() || scan.questions().getOrDefault(tableName, "").contains("which orgscope-plan asks");
                boolean waits = scan.questions().getOrDefault(tableName, "").contains("it reads the organization of");
                assertThat(offered).as(tableName + " is offered by the scan").isEqualTo(table.active() && !pair && !waits && !table.chosen().isEmpty());
                if (offered) {
                    assertThat(scan.proposal(tableName).orElseThrow().routes()).as(tableName.toString())
                            .isEqualTo(table.chosen().stream().flatMap(candidate -> candidate.paths().stream()).map(path -> path.route(tableName.schema())).toList());
                }
            }
        }
    }

    private static String plan(Plan plan) {
        return plan.tables().size() - 1 + "";
    }

    /** The line of the document about a schema: it has to say what this test has seen. */
    private static String row(String name) throws IOException {
        return Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| " + name + " |")).findFirst()
                .orElse("no line about " + name + " in " + DOCUMENT);
    }

    private static Count count(TestDatabase database, Plan plan, Map<String, String> wrong) throws SQLException {
        Answers.of(database, plan);
        Map<String, PlannedTable> tables = new TreeMap<>();
        plan.tables().forEach(table -> tables.put(table.table().name().schema() + "." + table.table().name().name(), table));
        long right = 0;
        long asked = 0;
        long bad = 0;
        long none = 0;
        for (List<String> row : database.rows(ROWS)) {
            PlannedTable table = tables.get(row.get(0));
            long rows = Long.parseLong(row.get(2));
            boolean open = table.question() != null || table.status() == ScopingStatus.UNKNOWN;
            if (table.status() == ScopingStatus.ORGANIZATIONS) {
                continue;
            }
            if (row.get(1).equals("wrong")) {
                bad += rows;
                wrong.put(row.get(0) + (plan.checked() ? " by its rows" : ""), rows + " by " + Plans.routes(table));
            } else if (open) {
                asked += rows;
            } else if (row.get(1).equals("right") || table.status() == ScopingStatus.SCOPED) {
                right += rows;
            } else {
                none += rows;
            }
        }
        return new Count(right, asked, bad, none);
    }

    /** What stands is also run, and what is stored compared with the truth. */
    private static void updateGivesTheSame(TestDatabase database, Plan plan, Path directory) throws SQLException {
        assertThat(plan.entries()).as("tables to update").anyMatch(PlannedTable::active);
        Liquibases.on(database).in(directory).changelog("plan.orgscope.yaml", OrgScopeYaml.write(plan)).update();
        List<String> wrong = new ArrayList<>();
        for (PlannedTable table : plan.entries()) {
            if (table.active()) {
                wrong.addAll(database.strings("SELECT r.tbl || ' ' || r.key FROM " + table.table().name().sql() + " t JOIN truth.rows r ON r.tbl = '"
                        + table.table().name().schema() + "." + table.table().name().name() + "' AND r.key = " + Answers.key(table.table(), "t")
                        + " WHERE t." + io.orgscope.postgres.Identifier.quote(plan.column()) + "::text IS DISTINCT FROM r.organization"));
            }
        }
        assertThat(wrong).as("rows that update gave to another organization").isEmpty();
    }
}
