package io.orgscope.scan.format;

import io.orgscope.distribute.DistributionText;
import io.orgscope.report.Colour;
import io.orgscope.report.LineWidth;
import io.orgscope.report.ReportTable;
import io.orgscope.report.Text;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The report for a terminal. */
public final class TextReport {

    private static final int WIDTH = LineWidth.COLUMNS;

    private final ScanReport report;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    private TextReport(ScanReport report, boolean colour) {
        this.report = report;
        this.colour = colour;
    }

    public static String of(ScanReport report, boolean colour) {
        TextReport text = new TextReport(report, colour);
        text.summary();
        text.findings();
        text.remedies();
        text.checks();
        text.drift();
        if (report.distribution() != null) {
            text.out.append('\n').append(DistributionText.text(report.distribution()));
        }
        return text.out.toString();
    }

    private void summary() {
        wrapped(Text.line(report.server().database()) + ": " + report.tables().size() + " tables on PostgreSQL " + report.server().version()
                + ", organizations in " + Text.line(report.organizations().table().column(report.organizations().key())), "", "  ");
        List<String> states = new ArrayList<>();
        for (TableState state : TableState.values()) {
            if (state != TableState.ORGANIZATIONS && report.count(state) > 0) {
                states.add(report.count(state) + " " + state.label());
            }
        }
        if (report.partitions() > 0) {
            states.add(report.partitions() + " partitions checked through their tables");
        }
        if (report.models() != null) {
            states.add(report.models().size() + " models");
        }
        out.append("  ").append(String.join(", ", states)).append("\n  ");
        for (Severity severity : Severity.values()) {
            out.append(colour(severity).paint(report.count(severity) + " " + severity.name().toLowerCase(Locale.ROOT),
                    colour && report.count(severity) > 0)).append(", ");
        }
        out.append(report.accepted().size()).append(" accepted; ").append(report.compliance())
                .append(" % of the tables without a critical finding or a warning\n");
    }

    private void findings() {
        if (report.findings().isEmpty()) {
            out.append('\n').append(Colour.GREEN.paint("Nothing found.", colour)).append('\n');
            return;
        }
        ReportTable table = new ReportTable("Severity", "Table", "Rule", "Found");
        report.findings().stream().filter(TextReport::urgent).forEach(finding -> table.row(
                new ReportTable.Cell(finding.rule().severity().name(), colour(finding.rule().severity())),
                finding.tableName(), finding.rule().id(), finding.message()));
        if (!table.isEmpty()) {
            out.append('\n').append(table.toText(colour));
        }
        infos();
    }

    /** By rule, because there are many and none is urgent. */
    private void infos() {
        Map<Rule, Set<String>> byRule = new LinkedHashMap<>();
        Map<Rule, Integer> count = new EnumMap<>(Rule.class);
        report.findings().stream().filter(finding -> !urgent(finding)).forEach(finding -> {
            byRule.computeIfAbsent(finding.rule(), rule -> new LinkedHashSet<>()).add(finding.tableName());
            count.merge(finding.rule(), 1, Integer::sum);
        });
        if (!byRule.isEmpty()) {
            out.append('\n').append(Colour.BLUE.paint("INFO", colour)).append(", each in full with --format markdown, html or json:\n");
            byRule.forEach((rule, tables) -> {
                String names = String.join(", ", tables.stream().filter(name -> !name.isEmpty()).map(Text::line).toList());
                wrapped(count.get(rule) + " " + rule.id() + (names.isEmpty() ? "" : ": " + names), "  ", "      ");
            });
        }
    }

    private void wrapped(String text, String first, String next) {
        String indent = first;
        for (String line : LineWidth.wrap(text, WIDTH - next.length())) {
            out.append(indent).append(line).append('\n');
            indent = next;
        }
    }

    private static boolean urgent(Finding finding) {
        return finding.rule().severity() != Severity.INFO;
    }

    private void remedies() {
        for (Remedy.Target target : Remedy.Target.values()) {
            Set<String> blocks = new LinkedHashSet<>();
            report.findings().stream().filter(TextReport::urgent).map(Finding::remedy)
                    .filter(remedy -> remedy.file() == target && !remedy.lines().isEmpty()).forEach(remedy -> blocks.add(remedy.lines()));
            if (!blocks.isEmpty()) {
                out.append('\n').append(Colour.BOLD.paint("Ready to paste " + target.place() + ":", colour)).append('\n');
                target.within(Remedy.merged(target, blocks), WIDTH - 4).forEach(line -> out.append("    ").append(line).append('\n'));
            }
        }
        Set<String> advice = new LinkedHashSet<>();
        report.findings().stream().filter(finding -> urgent(finding) && finding.remedy().lines().isEmpty())
                .forEach(finding -> advice.add(finding.tableName() + " (" + finding.rule().id() + "): " + finding.remedy().advice()));
        if (!advice.isEmpty()) {
            out.append('\n').append(Colour.BOLD.paint("Next steps:", colour)).append('\n');
            advice.forEach(line -> wrapped(Text.line(line), "  ", "      "));
        }
    }

    private void checks() {
        if (report.checks() != null) {
            out.append('\n').append(ReportTables.checks(report).toText(colour));
        }
    }

    private void drift() {
        if (report.drift() == null) {
            return;
        }
        out.append('\n').append(Colour.BOLD.paint("Since " + Text.line(report.drift().since()) + ": " + report.drift().added().size() + " new, "
                + report.drift().fixed().size() + " fixed, " + report.drift().changed().size() + " changed", colour)).append('\n');
        ReportTable table = ReportTables.drift(report);
        if (!table.isEmpty()) {
            out.append(table.toText(colour));
        }
    }

    private static Colour colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Colour.RED;
            case WARNING -> Colour.YELLOW;
            case INFO -> Colour.BLUE;
        };
    }
}
