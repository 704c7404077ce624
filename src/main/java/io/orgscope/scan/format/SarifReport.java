package io.orgscope.scan.format;

import io.orgscope.report.Json;
import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The report as SARIF 2.1.0, for viewers of code analysis. */
public final class SarifReport {

    /**
     * The only fingerprint that GitHub reads. If there is none, its upload makes one from the line of the file, and findings
     * with the same line would be one.
     */
    private static final String LINE_HASH = "primaryLocationLineHash";

    private final ScanReport report;
    /** The keys of the findings that an earlier report did not have. */
    private final Set<String> added;

    private SarifReport(ScanReport report) {
        this.report = report;
        this.added = report.drift() == null ? Set.of()
                : report.drift().added().stream().map(Drift.Line::key).collect(Collectors.toSet());
    }

    public static Map<String, Object> of(ScanReport report) {
        return new SarifReport(report).log();
    }

    private Map<String, Object> log() {
        List<Object> results = new ArrayList<>();
        report.findings().forEach(finding -> results.add(result(finding)));
        report.accepted().forEach(accepted -> {
            Map<String, Object> result = result(accepted.finding());
            result.put("suppressions", List.of(Json.object("kind", "external", "status", "accepted", "justification", accepted.reason())));
            results.add(result);
        });
        Map<String, Object> driver = Json.object("name", "liquibase-orgscope",
                "rules", Arrays.stream(Rule.values()).map(SarifReport::rule).toList());
        String version = SarifReport.class.getPackage().getImplementationVersion();
        if (version != null) {
            driver.put("version", version);
        }
        Map<String, Object> run = Json.object("tool", Json.object("driver", driver), "results", results, "columnKind", "unicodeCodePoints",
                "invocations", List.of(Json.object("executionSuccessful", true, "endTimeUtc", report.at().toString())));
        return Json.object("$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", List.of(run));
    }

    private static Map<String, Object> rule(Rule rule) {
        return Json.object("id", rule.id(), "name", rule.title().replaceAll("[^A-Za-z]", ""), "shortDescription", Json.object("text", rule.title()),
                "fullDescription", Json.object("text", rule.why()), "defaultConfiguration", Json.object("level", level(rule.severity())));
    }

    private Map<String, Object> result(Finding finding) {
        String lines = finding.remedy().lines();
        Map<String, Object> result = Json.object("ruleId", finding.rule().id(), "ruleIndex", finding.rule().ordinal(),
                "level", level(finding.rule().severity()), "message", Json.object("text", (finding.table() == null ? "" : finding.table() + ": ")
                        + finding.message() + " " + finding.rule().why() + " " + finding.remedy().advice()
                        + (lines.isEmpty() ? "" : "\n\nPaste " + finding.remedy().file().place() + ":\n\n" + lines)),
                "locations", List.of(location(finding)),
                "partialFingerprints", Json.object("orgscope/v1", finding.fingerprint(), LINE_HASH, hash(finding.fingerprint())));
        if (!finding.parts().isEmpty()) {
            result.put("relatedLocations", finding.parts().stream().map(part -> Json.object("logicalLocations", List.of(logical(part)),
                    "message", Json.object("text", part.message()))).toList());
        }
        if (report.drift() != null) {
            result.put("baselineState", state(finding));
        }
        return result;
    }

    /** A finding is new if one of its references is new. Its fingerprint is then another one too. */
    private String state(Finding finding) {
        List<Finding> parts = finding.parts().isEmpty() ? List.of(finding) : finding.parts();
        return parts.stream().anyMatch(part -> added.contains(part.rule().id() + "|" + part.tableName() + "|"
                + (part.object() == null ? "" : part.object()))) ? "new" : "unchanged";
    }

    /**
     * A finding is in the database and not in a file. Viewers that need a file get the entry of the table in the declaration,
     * if there is one.
     */
    private Map<String, Object> location(Finding finding) {
        Map<String, Object> location = new LinkedHashMap<>();
        if (report.specSource() != null) {
            location.put("physicalLocation", Json.object("artifactLocation", Json.object("uri", uri(report.specSource())),
                    "region", Json.object("startLine", finding.table() == null ? 1 : report.specLines().getOrDefault(finding.table(), 1))));
        }
        location.put("logicalLocations", List.of(logical(finding)));
        return location;
    }

    private Map<String, Object> logical(Finding finding) {
        String name = finding.table() == null ? report.server().database() : finding.table().sql()
                + (finding.object() == null ? "" : "." + finding.object());
        return Json.object("fullyQualifiedName", name,
                "name", finding.object() != null ? finding.object() : finding.table() == null ? name : finding.table().name(),
                "kind", finding.table() == null ? "database" : finding.object() == null ? "table" : "member");
    }

    /** In the form that GitHub gives such a hash. */
    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "") + ":1";
    }

    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            uri.append(c < 0x80 && (Character.isLetterOrDigit(c) || "/._-~".indexOf(c) >= 0) ? String.valueOf(c)
                    : String.format("%%%02X", b & 0xff));
        }
        return uri.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
