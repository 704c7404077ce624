package io.orgscope.scan.format;

import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.ScanReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The tables below the findings, those that the report has: changes, models, checks of the data, what is accepted. */
public final class HtmlSections {

    private final ScanReport report;
    private final List<Object> sections = new ArrayList<>();

    public HtmlSections(ScanReport report) {
        this.report = report;
    }

    public List<Object> all() {
        drift();
        models();
        checks();
        accepted();
        return sections;
    }

    private void drift() {
        if (report.drift() != null) {
            List<List<Object>> rows = new ArrayList<>();
            report.drift().added().forEach(line -> rows.add(row("new", line)));
            report.drift().fixed().forEach(line -> rows.add(row("fixed", line)));
            report.drift().changed().forEach(line -> rows.add(row("changed", line)));
            section("Changes since " + report.drift().since(), List.of("", "Severity", "Table", "Rule", "What"), List.of(2, 3), List.of(), rows);
        }
    }

    private static List<Object> row(String what, Drift.Line line) {
        return List.of(what, line.severity(), line.table(), line.rule(), line.message());
    }

    private void models() {
        if (report.models() != null) {
            section("Models", List.of("Model", "Table"), List.of(0, 1), List.of(), report.models().stream().<List<Object>>map(match ->
                    List.of(match.model().className(), match.table() == null ? "none found" : match.table().toString())).toList());
        }
    }

    private void checks() {
        if (report.checks() != null) {
            section("Checks of the data", List.of("Check", "Table", "About", "Looked at", "Rows found"), List.of(0, 1, 2), List.of(4),
                    report.checks().stream().<List<Object>>map(check -> List.of(check.rule().id(), check.table().toString(),
                            check.object() == null ? "" : check.object(), check.extent(), check.found() < 0 ? "?" : "" + check.found())).toList());
        }
    }

    private void accepted() {
        section("Accepted", List.of("Table", "Rule", "Object", "Reason"), List.of(0, 1, 2), List.of(),
                report.accepted().stream().<List<Object>>map(accepted -> Arrays.asList(accepted.finding().tableName(),
                        accepted.finding().rule().id(), accepted.finding().object() == null ? "" : accepted.finding().object(),
                        accepted.reason())).toList());
    }

    private void section(String title, List<String> headings, List<Integer> code, List<Integer> right, List<List<Object>> rows) {
        if (!rows.isEmpty()) {
            sections.add(Map.of("title", title, "headings", headings, "code", code, "right", right, "rows", rows));
        }
    }
}
