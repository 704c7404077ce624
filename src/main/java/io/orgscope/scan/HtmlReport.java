package io.orgscope.scan;

import io.orgscope.invariant.Severity;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Json;
import io.orgscope.report.ReportTable;
import io.orgscope.report.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as one HTML file that needs nothing from elsewhere: the tables as a graph around the organizations, laid
 * out by d3, and everything that was found.
 */
final class HtmlReport {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final ScanReport report;
    private final Map<TableName, List<Finding>> byTable;

    private HtmlReport(ScanReport report) {
        this.report = report;
        this.byTable = report.byTable();
    }

    static String of(ScanReport report) {
        HtmlReport html = new HtmlReport(report);
        Map<String, String> parts = Map.of("title", Text.html("orgscope-scan: " + report.server().database()), "meta", html.meta(),
                "cards", html.cards(), "sections", html.findings() + html.drift() + html.tables() + html.models() + html.checks() + html.accepted(),
                "data", Json.writeForScript(html.data()), "css", resource("report.css"), "js", resource("report.js"),
                "d3", resource("d3/d3.min.js").replace("</script", "<\\/script"), "licence", resource("d3/LICENSE"),
                "d3version", version());
        return SLOT.matcher(resource("report.html")).replaceAll(slot -> Matcher.quoteReplacement(parts.get(slot.group(1))));
    }

    private static String version() {
        Matcher first = Pattern.compile("https://d3js.org v([0-9.]+)").matcher(resource("d3/d3.min.js"));
        return first.find() ? first.group(1) : "";
    }

    private String meta() {
        return Text.html(report.at() + " · PostgreSQL " + report.server().version() + " · organizations in "
                + report.organizations().table().column(report.organizations().key()) + ", by the column " + report.column() + " · "
                + (report.checks() == null ? "catalog only" : "catalog and data"));
    }

    private String cards() {
        StringBuilder cards = new StringBuilder();
        card(cards, "", report.tables().size(), "tables");
        for (Severity severity : Severity.values()) {
            String name = severity.name().toLowerCase(Locale.ROOT);
            card(cards, report.count(severity) > 0 ? name : "", report.count(severity), name);
        }
        card(cards, "", report.count(TableState.SCOPED), "scoped");
        card(cards, "", report.count(TableState.SHOULD_BE_SCOPED), "should be scoped");
        card(cards, "", report.count(TableState.GLOBAL), "global");
        if (report.models() != null) {
            card(cards, "", report.models().size(), "models");
        }
        card(cards, "", report.accepted().size(), "accepted");
        card(cards, "", report.compliance() + " %", "compliance");
        return cards.toString();
    }

    private static void card(StringBuilder out, String style, Object number, String label) {
        out.append("<div class=\"card ").append(style).append("\"><b>").append(number).append("</b>").append(label).append("</div>\n");
    }

    /** What the graph is drawn from. */
    private Map<String, Object> data() {
        return Map.of("tables", report.tables().stream().map(this::node).toList());
    }

    private Map<String, Object> node(ScannedTable table) {
        Map<String, Object> node = new LinkedHashMap<>();
        List<Finding> findings = byTable.getOrDefault(table.name(), List.of());
        node.put("name", table.name().toString());
        node.put("state", table.state().label());
        node.put("reason", table.reason());
        node.put("worst", findings.isEmpty() ? null : findings.get(0).rule().severity());
        node.put("findings", findings.size());
        node.put("rows", table.table().rows() < 0 ? null : table.table().rows());
        node.put("routes", table.way() == null ? List.of() : table.way().routes().stream().map(route -> route.path().toString()).toList());
        node.put("parent", parent(table));
        node.put("references", table.table().foreignKeys().stream()
                .map(key -> Map.of("target", key.target().toString(), "columns", key.columns())).toList());
        return node;
    }

    /** What the table hangs on in the picture: its way, or the organizations themselves where it names one. */
    private String parent(ScannedTable table) {
        if (table.state() == TableState.SHOULD_BE_SCOPED && table.way() != null) {
            return table.way().to().toString();
        }
        boolean names = table.state() == TableState.SCOPED || table.table().foreignKeys().stream()
                .anyMatch(key -> key.target().equals(report.organizations().table()));
        return names ? report.organizations().table().toString() : null;
    }

    private String findings() {
        StringBuilder out = new StringBuilder("<h2>Findings</h2>\n<div class=\"tools\"><input type=\"search\" id=\"search\""
                + " placeholder=\"table, rule or text\">");
        for (Severity severity : Severity.values()) {
            out.append("<label><input type=\"checkbox\" value=\"").append(severity).append("\" checked> ").append(severity).append("</label>");
        }
        out.append("<span id=\"count\"></span></div>\n<div class=\"panel\" id=\"findings\">\n");
        report.findings().forEach(finding -> finding(out, finding));
        return out.append(report.findings().isEmpty() ? "<div class=\"none\">Nothing found.</div>\n" : "").append("</div>\n").toString();
    }

    private static void finding(StringBuilder out, Finding finding) {
        String severity = finding.rule().severity().name();
        String text = (finding.tableName() + " " + finding.rule().id() + " " + finding.message()).toLowerCase(Locale.ROOT);
        out.append("<details data-severity=\"").append(severity).append("\" data-text=\"").append(Text.html(text))
                .append("\"><summary><span class=\"badge ").append(severity.toLowerCase(Locale.ROOT)).append("\">").append(severity)
                .append("</span><code>").append(Text.html(finding.tableName())).append("</code><code>").append(finding.rule().id())
                .append("</code><span>").append(Text.html(finding.message())).append("</span></summary><div class=\"body\"><p>")
                .append(Text.html(finding.rule().why())).append("</p><p>").append(Text.html(finding.remedy().advice())).append("</p>");
        if (!finding.remedy().lines().isEmpty()) {
            out.append("<p>Paste ").append(finding.remedy().file().place()).append(":</p><pre>")
                    .append(Text.htmlLines(finding.remedy().lines())).append("</pre>");
        }
        out.append("</div></details>\n");
    }

    private String drift() {
        if (report.drift() == null) {
            return "";
        }
        ReportTable table = new ReportTable("", "Severity", "Table", "Rule", "What").code(2, 3);
        report.drift().added().forEach(line -> table.row("new", line.severity(), line.table(), line.rule(), line.message()));
        report.drift().fixed().forEach(line -> table.row("fixed", line.severity(), line.table(), line.rule(), line.message()));
        report.drift().changed().forEach(line -> table.row("changed", line.severity(), line.table(), line.rule(), line.message()));
        return section("Changes since " + report.drift().since(), table);
    }

    private String tables() {
        ReportTable table = new ReportTable("Table", "State", "Because", "Rows (estimate)", "Findings").code(0).right(3, 4);
        report.tables().forEach(scanned -> table.row(scanned.name(), scanned.state().label(), scanned.reason(), MarkdownReport.rows(scanned),
                byTable.getOrDefault(scanned.name(), List.of()).size()));
        return section("Tables", table);
    }

    private String models() {
        ReportTable table = new ReportTable("Model", "Table").code(0, 1);
        if (report.models() != null) {
            report.models().forEach(match -> table.row(match.model().className(), match.table() == null ? "none found" : match.table()));
        }
        return section("Models", table);
    }

    private String checks() {
        ReportTable table = new ReportTable("Check", "Table", "About", "Looked at", "Rows found").code(0, 1, 2).right(4);
        if (report.checks() != null) {
            report.checks().forEach(check -> table.row(check.rule().id(), check.table(), check.object() == null ? "" : check.object(),
                    check.extent(), check.found() < 0 ? "?" : check.found()));
        }
        return section("Checks of the data", table);
    }

    private String accepted() {
        ReportTable table = new ReportTable("Table", "Rule", "Object", "Reason").code(0, 1, 2);
        report.accepted().forEach(accepted -> table.row(accepted.finding().tableName(), accepted.finding().rule().id(),
                accepted.finding().object() == null ? "" : accepted.finding().object(), accepted.reason()));
        return section("Accepted", table);
    }

    private static String section(String title, ReportTable table) {
        return table.isEmpty() ? "" : "<h2>" + Text.html(title) + "</h2>\n<div class=\"scroll\">" + table.toHtml() + "</div>\n";
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
