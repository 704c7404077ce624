package io.orgscope.plan.format;

import io.orgscope.plan.advice.Estimate;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.report.Format;
import io.orgscope.report.Json;
import io.orgscope.report.Quantity;
import io.orgscope.report.ReportTable;
import io.orgscope.report.Text;
import io.orgscope.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan in the formats of a report. */
public final class PlanReport {

    private final Plan plan;

    private PlanReport(Plan plan) {
        this.plan = plan;
    }

    /**
     * The plan as text.
     *
     * @param existing the user's file, which the YAML continues; null if there is none
     */
    public static String render(Plan plan, Format format, String existing) {
        PlanReport report = new PlanReport(plan);
        return switch (format) {
            case JSON -> Json.write(new PlanJson(plan).toMap());
            case MARKDOWN -> report.markdown();
            case TEXT -> report.text();
            default -> existing == null ? OrgScopeYaml.write(plan) : ExistingFile.extend(existing, plan);
        };
    }

    private String markdown() {
        StringBuilder out = new StringBuilder("# Plan: from each table to its organization\n\n");
        out.append(Text.markdown(summary())).append("\n\n## Tables to be scoped\n\n").append(entries().toMarkdown());
        if (questions().findAny().isPresent()) {
            out.append("\n## Open questions\n\n");
            questions().forEach(table -> out.append("- ").append(Text.markdownCode(table.table().name().toString())).append(": ")
                    .append(Text.markdown(OrgScopeYaml.sentence(table.question()))).append("\n"));
        }
        out.append("\n## Steps of a table, and their locks\n\n").append(steps().toMarkdown());
        out.append("\n## Unique keys\n\n").append(unique().toMarkdown());
        return out.append("\n## Other tables\n\n").append(others().toMarkdown()).toString();
    }

    private String text() {
        StringBuilder out = new StringBuilder(summary()).append("\n\n").append(entries().toText(false));
        if (questions().findAny().isPresent()) {
            out.append("\nOpen questions\n");
            questions().forEach(table -> out.append("  ").append(Text.line(table.table().name().toString())).append(": ")
                    .append(Text.line(OrgScopeYaml.sentence(table.question()))).append("\n"));
        }
        return out.append("\nSteps of a table, and their locks\n").append(steps().toText(false))
                .append("\nUnique keys\n").append(unique().toText(false))
                .append("\nOther tables\n").append(others().toText(false)).toString();
    }

    private Stream<PlannedTable> questions() {
        return plan.entries().stream().filter(table -> table.question() != null);
    }

    private String summary() {
        long open = questions().count();
        return OrgScopeYaml.total(plan) + (open == 0 ? "" : " " + Quantity.count(open, "table") + " with a question first.")
                + (plan.checked() ? " Compared on the rows." : " Not compared on the rows.");
    }

    private ReportTable entries() {
        ReportTable report = new ReportTable("Table", "Routes", "Rows", "Size", "Time", "WAL", "Room", "Why").code(0, 1).right(2, 3, 4, 5, 6);
        for (PlannedTable table : plan.entries()) {
            Estimate estimate = table.estimate();
            report.row(table.table().name(), routes(table), estimate.rows(), Quantity.bytes(estimate.bytes()),
                    Quantity.seconds(estimate.seconds()), Quantity.bytes(estimate.wal()), Quantity.bytes(estimate.room()),
                    table.question() == null ? String.join(" ", table.reasons()) : "? " + OrgScopeYaml.sentence(table.question()));
        }
        return report;
    }

    private static String routes(PlannedTable table) {
        return EntryYaml.routesOf(table).stream().map(PlanReport::route).collect(Collectors.joining("; "));
    }

    /** The route on one line, with its condition. */
    public static String route(Route.Path route) {
        return route.path() + (route.when() == null ? "" : " when " + route.when());
    }

    /** The steps of every table, and how long they take for all. */
    private ReportTable steps() {
        Map<String, List<Estimate.Step>> byName = new LinkedHashMap<>();
        plan.entries().stream().filter(PlannedTable::active).flatMap(table -> table.estimate().steps().stream())
                .forEach(step -> byName.computeIfAbsent(step.kind(), key -> new ArrayList<>()).add(step));
        ReportTable report = new ReportTable("Step", "Lock", "Held", "Tables", "Time", "WAL").right(3, 4, 5);
        byName.forEach((kind, steps) -> report.row(kind, steps.get(0).lock(), steps.get(0).held(), steps.size(),
                Quantity.seconds(steps.stream().mapToDouble(Estimate.Step::seconds).sum()),
                Quantity.bytes(steps.stream().mapToLong(Estimate.Step::wal).sum())));
        return report;
    }

    private ReportTable unique() {
        ReportTable report = new ReportTable("Table", "Unique key", "Becomes", "Why").code(0, 1);
        plan.tables().forEach(table -> table.unique().forEach(advice -> report.row(table.table().name(), advice.index().name(),
                advice.swap() ? "scoped" : "stays", advice.why())));
        return report;
    }

    private ReportTable others() {
        ReportTable report = new ReportTable("Table", "Status", "Why").code(0);
        plan.tables().stream().filter(table -> !table.entry()).forEach(table -> report.row(table.table().name(),
                table.kept() ? "in your file" : table.status(), String.join(" ", table.reasons())));
        return report;
    }
}
