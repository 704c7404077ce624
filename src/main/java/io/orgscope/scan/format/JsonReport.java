package io.orgscope.scan.format;

import io.orgscope.distribute.DistributionJson;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Json;
import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as maps and lists, as JSON and the next scan's {@code --against} read them. */
public final class JsonReport {

    /** The version of the form. It grows if a program for the old form would misread the new one. */
    public static final int FORM = 1;

    private JsonReport() {
    }

    public static Map<String, Object> of(ScanReport report) {
        Map<String, Object> json = Json.object("tool", "liquibase-orgscope", "report", "orgscope-scan", "form", FORM,
                "scannedAt", report.at().toString(), "database", Json.object("name", report.server().database(),
                        "postgresql", report.server().version(), "role", report.server().role()),
                "organizations", Json.object("table", report.organizations().table().toString(), "key", report.organizations().key(),
                        "column", report.column()),
                "summary", summary(report), "findings", report.findings().stream().map(JsonReport::finding).toList(),
                "accepted", report.accepted().stream().map(accepted -> {
                    Map<String, Object> finding = finding(accepted.finding());
                    finding.put("reason", accepted.reason());
                    return finding;
                }).toList(), "tables", tables(report));
        if (report.models() != null) {
            json.put("models", report.models().stream().map(match -> Json.object("class", match.model().className(),
                    "table", match.table() == null ? null : match.table().toString())).toList());
        }
        if (report.checks() != null) {
            json.put("checks", report.checks().stream().map(check -> Json.object("rule", check.rule().id(), "table",
                    check.table().toString(), "object", check.object(), "extent", check.extent(), "found", check.found())).toList());
        }
        if (report.distribution() != null) {
            json.put("distribution", DistributionJson.of(report.distribution()));
        }
        if (report.drift() != null) {
            json.put("drift", Json.object("since", report.drift().since(), "new", lines(report.drift().added()),
                    "fixed", lines(report.drift().fixed()), "changed", lines(report.drift().changed())));
        }
        return json;
    }

    private static Map<String, Object> summary(ScanReport report) {
        Map<String, Object> summary = Json.object("tables", report.tables().size(), "partitions", report.partitions());
        if (report.models() != null) {
            summary.put("models", report.models().size());
        }
        for (Severity severity : Severity.values()) {
            summary.put(severity.name().toLowerCase(Locale.ROOT), report.count(severity));
        }
        summary.put("accepted", report.accepted().size());
        summary.put("compliancePercent", report.compliance());
        Map<String, Object> states = new LinkedHashMap<>();
        for (TableState state : TableState.values()) {
            states.put(state.label(), report.count(state));
        }
        summary.put("states", states);
        return summary;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = Json.object("id", finding.key(), "severity", finding.rule().severity().name(), "rule", finding.rule().id(),
                "title", finding.rule().title(), "schema", finding.table() == null ? null : finding.table().schema(),
                "table", finding.table() == null ? null : finding.table().toString(), "object", finding.object(),
                "message", finding.message(), "why", finding.rule().why(), "remedy", Json.object("advice", finding.remedy().advice(),
                        "place", finding.remedy().lines().isEmpty() ? null : finding.remedy().file().place(),
                        "lines", finding.remedy().lines()));
        if (!finding.details().isEmpty()) {
            json.put("details", finding.details());
        }
        if (!finding.parts().isEmpty()) {
            json.put("references", finding.parts().stream().map(JsonReport::part).toList());
        }
        return json;
    }

    private static Map<String, Object> part(Finding part) {
        Map<String, Object> json = Json.object("object", part.object(), "message", part.message());
        json.putAll(part.details());
        return json;
    }

    private static List<Map<String, Object>> tables(ScanReport report) {
        Map<TableName, List<Finding>> findings = report.byTable();
        return report.tables().stream().map(table -> table(table, findings.getOrDefault(table.name(), List.of()))).toList();
    }

    private static Map<String, Object> table(ScannedTable table, List<Finding> findings) {
        List<Map<String, Object>> references = new ArrayList<>();
        for (ForeignKey key : table.table().foreignKeys()) {
            references.add(Json.object("name", key.name(), "columns", key.columns(), "target", key.target().toString(),
                    "way", table.proposedRoute() != null && table.state() != TableState.SCOPED
                            && table.proposedRoute().to().equals(key.target()) && table.proposedRoute().proposal().columns().equals(key.columns())));
        }
        return Json.object("name", table.name().toString(), "schema", table.name().schema(), "state", table.state().label(),
                "reason", table.reason(), "rows", table.table().rows() < 0 ? null : table.table().rows(),
                "bytes", table.table().bytes(), "routes", table.proposedRoute() == null ? List.of()
                        : table.proposedRoute().routes().stream().map(route -> route.path().toString()).toList(),
                "findings", findings.size(), "references", references);
    }

    private static List<Map<String, Object>> lines(List<Drift.Line> lines) {
        return lines.stream().map(line -> Json.object("severity", line.severity(), "rule", line.rule(), "table", line.table(),
                "object", line.object(), "message", line.message())).toList();
    }
}
