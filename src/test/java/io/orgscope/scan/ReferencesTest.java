package io.orgscope.scan;

import static io.orgscope.scan.OrganizationRulesTest.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.report.Json;
import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.format.JsonReport;
import io.orgscope.scan.format.SarifReport;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table has one finding about its references, and an exception for it never covers a reference that comes later. */
@PostgresTest
class ReferencesTest {

    private static final String SCHEMA = Scans.ORGANIZATIONS + scoped("parent") + scoped("child") + scoped("\"Order \"\"x\"\"; DROP\"");
    private static final String AUTHOR = "ALTER TABLE child ADD author_id int CONSTRAINT fk_author REFERENCES parent;";
    private static final String EDITOR = "ALTER TABLE child ADD editor_id int CONSTRAINT fk_editor REFERENCES parent;";
    private static final String ORDER = "ALTER TABLE child ADD order_id int CONSTRAINT fk_order REFERENCES \"Order \"\"x\"\"; DROP\";";
    private static final String INDEXES = "CREATE INDEX ON child (author_id); CREATE INDEX ON child (editor_id); CREATE INDEX ON child (order_id);";

    @Test
    void aTableHasOneFindingWithTheListOfItsReferences(TestDatabase database) throws SQLException {
        database.execute(SCHEMA + AUTHOR + EDITOR + ORDER + INDEXES);

        Finding finding = crossing(Scans.on(database).run());

        assertThat(finding.object()).isNull();
        assertThat(finding.parts()).extracting(Finding::object).containsExactly("fk_author", "fk_editor", "fk_order");
        assertThat(finding.message()).isEqualTo("3 references may lead to rows of another organization: (author_id) to parent;"
                + " (editor_id) to parent; (order_id) to Order \"x\"; DROP.");
        assertThat(finding.remedy().lines()).as("one declaration for all of them").isEqualTo("isolation:\n  references: composite\n");
    }

    @Test
    void theListIsInJsonAndInSarif(TestDatabase database) throws SQLException {
        database.execute(SCHEMA + AUTHOR + ORDER + INDEXES.replace("CREATE INDEX ON child (editor_id);", ""));
        ScanReport report = Scans.on(database).run();

        assertThat(Json.write(JsonReport.of(report))).contains("\"id\": \"reference-may-cross|\\\"public\\\".\\\"child\\\"|\"",
                "\"object\": \"fk_author\"", "\"target\": \"Order \\\"x\\\"; DROP\"");
        assertThat(Json.write(SarifReport.of(report))).contains("\"orgscope/v1\": \"reference-may-cross|\\\"public\\\".\\\"child\\\"|fk_author|fk_order\"",
                "relatedLocations", "\"fullyQualifiedName\": \"\\\"public\\\".\\\"child\\\".fk_order\"");
    }

    @Test
    void anEntryThatNamesReferencesDoesNotHideTheNextOne(TestDatabase database) throws SQLException {
        database.execute(SCHEMA + AUTHOR + EDITOR + INDEXES.replace("CREATE INDEX ON child (order_id);", ""));
        Scans scans = accepting(database, "table: child, object: [fk_author, fk_editor]");
        assertThat(scans.found()).isEmpty();
        assertThat(scans.run().accepted()).hasSize(2);

        database.execute(ORDER + "CREATE INDEX ON child (order_id)");

        assertThat(scans.found()).containsExactly("reference-may-cross child fk_order");
        assertThat(crossing(scans.run()).fingerprint()).isEqualTo("reference-may-cross|\"public\".\"child\"|fk_order");
    }

    @Test
    void anEntryForATableThatNamesNoneAcceptsNone(TestDatabase database) throws SQLException {
        database.execute(SCHEMA + AUTHOR + EDITOR + INDEXES.replace("CREATE INDEX ON child (order_id);", ""));

        Scans scans = accepting(database, "table: child");

        assertThat(scans.found()).containsExactly("baseline-entry-incomplete child accepted:reference-may-cross",
                "reference-may-cross child fk_author", "reference-may-cross child fk_editor");
        assertThat(scans.run().findings()).filteredOn(finding -> finding.rule() == Rule.BASELINE_INCOMPLETE).singleElement()
                .satisfies(finding -> assertThat(finding.remedy().lines()).isEqualTo("object: [fk_author, fk_editor]\n"));
        assertThat(accepting(database, "table: child, object: '*'").found()).as("said in so many words").isEmpty();
        assertThat(accepting(database, "table: '*'").found()).isEmpty();
    }

    @Test
    void aNameThatAcceptsNothingIsFound(TestDatabase database) throws SQLException {
        database.execute(SCHEMA + AUTHOR + "CREATE INDEX ON child (author_id);");

        Scans scans = accepting(database, "table: child, object: [fk_author, fk_gone]");

        assertThat(scans.run().findings()).filteredOn(finding -> finding.rule() == Rule.BASELINE_UNNEEDED).singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("there is no finding for fk_gone"));
    }

    @Test
    void aReferenceThatIsAddedIsNewAndOneThatGoesIsFixed(TestDatabase database) throws SQLException {
        database.execute(SCHEMA + AUTHOR + EDITOR + INDEXES.replace("CREATE INDEX ON child (order_id);", ""));
        String before = Json.write(JsonReport.of(Scans.on(database).run()));
        database.execute("ALTER TABLE child DROP editor_id;" + ORDER + "CREATE INDEX ON child (order_id)");

        ScanReport report = Scans.on(database).run();
        Drift drift = Drift.between("old.json", before, JsonReport.of(report));

        assertThat(drift.added()).extracting(Drift.Line::object).containsExactly("fk_order");
        assertThat(drift.fixed()).extracting(Drift.Line::object).containsExactly("fk_editor");
        assertThat(drift.changed()).isEmpty();
        assertThat(Json.write(SarifReport.of(report.against(drift)))).contains("\"baselineState\": \"new\"");
    }

    private static Scans accepting(TestDatabase database, String where) {
        return Scans.on(database).baseline("accepted: [{ rule: reference-may-cross, " + where + ", reason: looked at }]");
    }

    private static Finding crossing(ScanReport report) {
        List<Finding> found = report.findings().stream().filter(finding -> finding.rule() == Rule.REFERENCE_MAY_CROSS).toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).tableName()).isEqualTo("child");
        return found.get(0);
    }
}
