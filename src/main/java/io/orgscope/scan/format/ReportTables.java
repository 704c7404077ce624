package io.orgscope.scan.format;

import io.orgscope.report.Colour;
import io.orgscope.report.ReportTable;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Drift;

/** The tables that a terminal and Markdown show alike. */
final class ReportTables {

    private ReportTables() {
    }

    /** The checks of the data. */
    static ReportTable checks(ScanReport report) {
        ReportTable table = new ReportTable("Check of the data", "Table", "About", "Looked at", "Rows found").code(0, 1, 2).right(4);
        report.checks().forEach(check -> table.row(check.rule().id(), check.table(), check.object() == null ? "" : check.object(),
                check.extent(), check.found() < 0 ? "?" : check.found()));
        return table;
    }

    /** What is new, fixed and changed since an earlier report. */
    static ReportTable drift(ScanReport report) {
        ReportTable table = new ReportTable("", "Severity", "Table", "Rule", "What").code(2, 3);
        report.drift().added().forEach(line -> row(table, "new", Colour.RED, line));
        report.drift().fixed().forEach(line -> row(table, "fixed", Colour.GREEN, line));
        report.drift().changed().forEach(line -> row(table, "changed", Colour.YELLOW, line));
        return table;
    }

    private static void row(ReportTable table, String what, Colour colour, Drift.Line line) {
        table.row(new ReportTable.Cell(what, colour), line.severity(), line.table(), line.rule(), line.message());
    }
}
