package io.orgscope.scan.format;

import io.orgscope.distribute.DistributionReport;
import io.orgscope.distribute.Obstacle;
import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.ScanReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables below the findings, if the report has them: changes, models, checks of the data, accepted findings. */
final class HtmlSections {

    private final ScanReport report;
    private final List<Object> sections = new ArrayList<>();

    HtmlSections(ScanReport report) {
        this.report = report;
    }

    List<Object> all() {
        drift();
        models();
        checks();
        accepted();
        if (report.distribution() != null) {
            distribution(report.distribution().tables());
        }
        return sections;
    }

    private void distribution(List<DistributionReport.Entry> tables) {
        section("Citus: what each table would become", List.of("Table", "Kind", "Obstacles", "Why"), List.of(0), List.of(2), tables.stream()
                .<List<Object>>map(entry -> List.of(entry.subject().name().toString(), entry.kind().toString(), "" + entry.blocking().size(),
                        entry.reason())).toList());
        obstacles("Citus: obstacles", tables, DistributionReport.Entry::blocking);
        obstacles("Citus: what is different afterwards", tables, DistributionReport.Entry::differences);
    }

    private void obstacles(String title, List<DistributionReport.Entry> tables, Function<DistributionReport.Entry, List<Obstacle>> which) {
        section(title, List.of("Table", "What", "Remedy"), List.of(0), List.of(), tables.stream().flatMap(entry -> which.apply(entry).stream()
                .<List<Object>>map(obstacle -> List.of(entry.subject().name().toString(), obstacle.what(), obstacle.remedy()))).toList());
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
