package io.orgscope.scan.format;

import io.orgscope.distribute.DistributionText;
import io.orgscope.postgres.TableName;
import io.orgscope.report.ReportTable;
import io.orgscope.report.Text;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for people: a summary, then issues with remedies, every table, and what to do next. Long parts are folded. */
public final class MarkdownReport {

    private final ScanReport report;
    private final Map<TableName, List<Finding>> byTable;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(ScanReport report) {
        this.report = report;
        this.byTable = report.byTable();
    }

    public static String of(ScanReport report) {
        MarkdownReport markdown = new MarkdownReport(report);
        markdown.head();
        markdown.summary();
        markdown.issues();
        markdown.accepted();
        markdown.tables();
        markdown.models();
        markdown.checks();
        if (report.distribution() != null) {
            markdown.out.append(DistributionText.markdown(report.distribution(), "##")).append('\n');
        }
        markdown.next();
        return markdown.out.toString();
    }

    private void head() {
        String verdict = report.count(Severity.CRITICAL) > 0 ? "❌ **CRITICAL: rows of different organizations can be mixed up**"
                : report.count(Severity.WARNING) > 0 ? "⚠️ **WARNINGS: nothing is wrong yet, but nothing prevents it in some places**"
                : "✅ **CLEAN**";
        out.append("# Database schema analysis report\n\n**Date:** ").append(report.at()).append("  \n**Database:** ")
                .append(Text.markdown(report.server().database())).append(", PostgreSQL ").append(Text.markdown(report.server().version()))
                .append("  \n**Organizations:** ").append(Text.markdownCode(report.organizations().table().column(report.organizations().key())))
                .append(", by the column ").append(Text.markdownCode(report.column()))
                .append("  \n**Analysis:** ").append(report.checks() == null ? "catalog only" : "catalog and data").append("\n\n**Overall status:** ")
                .append(verdict).append("\n\n");
    }

    private void summary() {
        ReportTable table = new ReportTable("Metric", "Count", "Status").right(1);
        table.row("Total tables scanned", report.tables().size(), "✅ Complete");
        if (report.models() != null) {
            long missing = report.models().stream().filter(match -> match.table() == null).count();
            table.row("Model definitions found", report.models().size(), missing == 0 ? "✅ Complete" : "⚠️ " + missing + " without a table");
        }
        for (TableState state : List.of(TableState.SCOPED, TableState.SHOULD_BE_SCOPED, TableState.GLOBAL, TableState.TOOLING)) {
            table.row("Tables: " + state.label(), report.count(state), "");
        }
        table.row("Critical issues", report.count(Severity.CRITICAL), report.count(Severity.CRITICAL) == 0 ? "✅ Clean" : "❌ Requires a fix");
        table.row("Warning issues", report.count(Severity.WARNING), report.count(Severity.WARNING) == 0 ? "✅ Clean" : "⚠️ Check them");
        table.row("Info issues", report.count(Severity.INFO), report.count(Severity.INFO) == 0 ? "✅ Clean" : "For a decision");
        table.row("Accepted in the baseline", report.accepted().size(), "");
        table.row("Schema compliance", report.compliance() + " %", report.compliance() == 100 ? "✅" : "Tables without a critical issue or a warning");
        out.append("## Scan results summary\n\n").append(table.toMarkdown()).append('\n');
    }

    private void drift() {
        if (report.drift() == null) {
            return;
        }
        ReportTable table = ReportTables.drift(report);
        out.append("## Changes since ").append(Text.markdown(report.drift().since())).append("\n\n")
                .append(table.isEmpty() ? "None.\n" : table.toMarkdown()).append('\n');
    }

    private void issues() {
        MarkdownIssues issues = new MarkdownIssues(report.findings());
        if (!report.findings().isEmpty()) {
            out.append("### Issues\n\n").append(issues.overview().toMarkdown()).append('\n');
        }
        drift();
        section("Critical issues", issues.of(Severity.CRITICAL));
        section("Warnings", issues.of(Severity.WARNING));
        section("Info", issues.of(Severity.INFO));
    }

    private void section(String title, String text) {
        if (!text.isEmpty()) {
            out.append("## ").append(title).append("\n\n").append(text);
        }
    }

    private void accepted() {
        if (!report.accepted().isEmpty()) {
            ReportTable table = new ReportTable("Table", "Rule", "Object", "Reason").code(0, 1, 2);
            report.accepted().forEach(accepted -> table.row(accepted.finding().tableName(), accepted.finding().rule().id(),
                    accepted.finding().object() == null ? "" : accepted.finding().object(), accepted.reason()));
            section("Accepted", MarkdownIssues.folded(report.accepted().size() + " findings that the baseline accepts", table.toMarkdown()));
        }
    }

    private void tables() {
        ReportTable table = new ReportTable("Table", "Rows (estimate)", "Status", "State", "Notes").code(0).right(1);
        report.tables().forEach(scanned -> table.row(scanned.name(), rows(scanned), status(scanned), scanned.state().label(), notes(scanned)));
        out.append("## Database health overview\n\n### Table status breakdown\n\n")
                .append(MarkdownIssues.folded("All " + report.tables().size() + " tables", table.toMarkdown()));
        if (report.partitions() > 0) {
            out.append(report.partitions()).append(" partitions are checked through their tables.\n\n");
        }
    }

    /** The estimated number of rows. It is not known before the first ANALYZE. */
    public static String rows(ScannedTable table) {
        return table.table().rows() < 0 ? "not analysed" : String.format(Locale.ROOT, "%,d", table.table().rows());
    }

    private String status(ScannedTable table) {
        List<Severity> severities = byTable.getOrDefault(table.name(), List.of()).stream().map(finding -> finding.rule().severity()).toList();
        return severities.contains(Severity.CRITICAL) ? "❌ Needs migration" : severities.contains(Severity.WARNING) ? "⚠️ Warning" : "✅ Healthy";
    }

    private String notes(ScannedTable table) {
        List<String> titles = new ArrayList<>(new LinkedHashSet<>(byTable.getOrDefault(table.name(), List.of()).stream()
                .filter(finding -> finding.rule().severity() != Severity.INFO).map(finding -> finding.rule().title()).toList()));
        return titles.isEmpty() ? table.reason() : String.join("; ", titles);
    }

    private void models() {
        if (report.models() != null && !report.models().isEmpty()) {
            ReportTable table = new ReportTable("Model", "Table").code(0, 1);
            report.models().forEach(match -> table.row(match.model().className(), match.table() == null ? "none found" : match.table()));
            out.append("### Models\n\n").append(MarkdownIssues.folded(report.models().size() + " entities", table.toMarkdown()));
        }
    }

    private void checks() {
        if (report.checks() != null && !report.checks().isEmpty()) {
            out.append("### Checks of the data\n\n")
                    .append(MarkdownIssues.folded(report.checks().size() + " checks", ReportTables.checks(report).toMarkdown()));
        }
    }

    private void next() {
        if (report.findings().isEmpty()) {
            return;
        }
        out.append("## Next steps\n\n1. Paste the remedies into your `.orgscope.yaml`; `liquibase orgscope-plan` proves the routes by the data.\n"
                + "2. `liquibase update` on a copy of the database, then live.\n"
                + "3. Write findings that are right as they are into the baseline, with the reason.\n"
                + "4. Run `liquibase orgscope-scan` again, and before each deployment.\n");
    }
}
