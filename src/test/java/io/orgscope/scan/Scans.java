package io.orgscope.scan;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.scan.entity.EntityModel;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.testing.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scans for tests, with short ways to say what was found. Settings give a new one. */
record Scans(Login login, String spec, String baseline, List<EntityModel> models, ScanOptions.Deep deep, String role) {

    static final String ORGANIZATIONS = "CREATE TABLE organizations (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text);\n";

    static Scans on(Login login) {
        return new Scans(login, null, null, null, null, null);
    }

    Scans spec(String tables) {
        return new Scans(login, "orgscope:\n  version: 1\n  tables:\n" + tables.indent(4), baseline, models, deep, role);
    }

    Scans baseline(String text) {
        return new Scans(login, spec, "baseline:\n" + text.indent(2), models, deep, role);
    }

    Scans models(List<EntityModel> entities) {
        return new Scans(login, spec, baseline, entities, deep, role);
    }

    /** Lines to paste, as they are when who reads them has decided for what stands there. */
    static String decided(String lines) {
        return lines.lines().filter(line -> !line.startsWith("# ? ")).map(line -> (line.startsWith("# ") ? line.substring(2) : line) + "\n")
                .collect(Collectors.joining());
    }

    Scans deeply() {
        return deeply(0, Duration.ofSeconds(30));
    }

    Scans deeply(long sample, Duration timeout) {
        return new Scans(login, spec, baseline, models, new ScanOptions.Deep(sample, timeout), role);
    }

    Scans as(String application) {
        return new Scans(login, spec, baseline, models, deep, application);
    }

    ScanReport run() throws SQLException {
        try (Connection connection = login.connection()) {
            return run(connection);
        }
    }

    ScanReport run(Connection connection) throws SQLException {
        OrgScopeFile file = spec == null ? null : OrgScopeFile.parse("test.orgscope.yaml", spec);
        return Scan.run(connection, new ScanOptions(new Organizations(new TableName("public", "organizations"), "id", null), "organization_id",
                "public", file, baseline == null ? Baseline.NONE : Baseline.parse("baseline.yaml", baseline, "public"), models, deep, role, false));
    }

    /**
     * What was found, each as {@code rule table object}, one a reference where a finding lists several, without the rule
     * for whole databases that never use row security.
     */
    List<String> found() throws SQLException {
        return lines(run());
    }

    static List<String> lines(ScanReport report) {
        return List.copyOf(new TreeSet<>(each(report).filter(finding -> finding.rule() != Rule.ROW_SECURITY_ABSENT)
                .map(finding -> (finding.rule().id() + " " + finding.tableName() + " " + (finding.object() == null ? "" : finding.object())).strip())
                .toList()));
    }

    /** The findings, with one a reference in place of those that list several. */
    static Stream<Finding> each(ScanReport report) {
        return report.findings().stream().flatMap(finding -> finding.parts().isEmpty() ? Stream.of(finding) : finding.parts().stream());
    }

    /** The state of each table, as {@code table: state}. */
    List<String> states() throws SQLException {
        return run().tables().stream().map(table -> table.name() + ": " + table.state().label()).toList();
    }
}
