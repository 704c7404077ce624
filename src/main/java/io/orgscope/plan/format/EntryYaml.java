package io.orgscope.plan.format;

import io.orgscope.plan.advice.Estimate;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.graph.Reference;
import io.orgscope.report.Quantity;
import io.orgscope.report.Text;
import io.orgscope.route.Route;
import io.orgscope.spec.Naming;
import io.orgscope.spec.OnDelete;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One entry of a declaration, with the reasons beside it. */
public final class EntryYaml {

    private final Plan plan;
    private final String column;

    /** @param column the organization column of the file. An entry says its own only if it differs */
    public EntryYaml(Plan plan, String column) {
        this.plan = plan;
        this.column = column;
    }

    /** The entry, as a comment if a question is open. */
    public String write(PlannedTable table, String indent) {
        StringBuilder text = new StringBuilder();
        if (table.question() != null) {
            text.append(OrgScopeYaml.comment(indent, "# ", "? " + OrgScopeYaml.name(table) + ": " + OrgScopeYaml.sentence(table.question())));
        }
        text.append(OrgScopeYaml.comment(indent, "# ", cost(table.estimate())));
        table.reasons().forEach(reason -> text.append(OrgScopeYaml.comment(indent, "# ", reason)));
        String mark = table.question() == null ? "" : "# ";
        lines(table).forEach(line -> text.append(indent).append(mark).append(line).append('\n'));
        return text.toString();
    }

    /** The choices for a table that has no entry. */
    public String choices(PlannedTable table, String indent) {
        List<String> lines = new ArrayList<>(head(table));
        table.candidates().forEach(candidate -> {
            lines.add((lines.size() > head(table).size() ? "  # " : "  ") + "route: " + flow(routes(table, List.of(candidate))));
        });
        return table.candidates().isEmpty() ? ""
                : lines.stream().map(line -> indent + "# " + line + "\n").collect(Collectors.joining());
    }

    /** The tables through which the rows of a shared table belong to organizations. */
    public String memberships(PlannedTable table) {
        return table.candidates().stream().filter(candidate -> candidate.reference().origin() == Reference.Origin.MEMBERSHIP)
                .map(candidate -> candidate.reference().to().toString()).distinct().collect(Collectors.joining(", "));
    }

    private static String cost(Estimate estimate) {
        return estimate.rows() == 0 ? "No rows counted yet."
                : "About " + Quantity.count(estimate.rows(), "row") + ", " + Quantity.bytes(estimate.bytes()) + ": "
                        + Quantity.seconds(estimate.seconds()) + ", " + Quantity.bytes(estimate.wal()) + " of WAL, "
                        + Quantity.bytes(estimate.disk()) + " more on disk.";
    }

    private List<String> head(PlannedTable table) {
        List<String> lines = new ArrayList<>(List.of("- table: " + Text.yaml(table.table().name().name())));
        String schema = OrgScopeYaml.schema(table.table().name(), plan.defaultSchema());
        if (schema != null) {
            lines.add("  schema: " + schema);
        }
        if (!plan.column().equals(column)) {
            lines.add("  column: " + Text.yaml(plan.column()));
        }
        return lines;
    }

    private List<String> lines(PlannedTable table) {
        List<String> lines = head(table);
        lines.addAll(table.question() == null ? route(routes(table, table.chosen())) : choiceLines(table));
        if (table.onDelete() != null && table.onDelete() != OnDelete.CASCADE) {
            lines.add("  onDelete: " + table.onDelete().word() + "   # what its foreign key says already");
        }
        unique(table, lines);
        return lines;
    }

    private List<String> choiceLines(PlannedTable table) {
        List<String> lines = new ArrayList<>();
        List<List<Candidate>> choices = new ArrayList<>();
        if (table.chosen().size() > 1) {
            choices.add(table.chosen());
        }
        table.candidates().forEach(candidate -> choices.add(List.of(candidate)));
        if (choices.isEmpty() && table.own() != null) {
            lines.add("  route: " + flow(routes(table, List.of())));
        }
        for (List<Candidate> choice : choices) {
            String off = lines.isEmpty() ? "  " : "  # ";
            lines.add(off + "route: " + flow(routes(table, choice)) + "   # " + Text.line(choice.get(0).why()));
        }
        return lines;
    }

    /** The routes that the table uses. */
    public static List<Route.Path> routesOf(PlannedTable table) {
        return routes(table, table.chosen());
    }

    private static List<Route.Path> routes(PlannedTable table, List<Candidate> candidates) {
        List<Route.Path> routes = new ArrayList<>();
        String schema = table.table().name().schema();
        if (table.own() != null) {
            routes.add(table.own().route(schema));
        }
        candidates.forEach(candidate -> candidate.paths().forEach(path -> routes.add(path.route(schema))));
        return routes.stream().distinct().toList();
    }

    /** The lines of {@code route:} in an entry. */
    public static List<String> route(List<Route.Path> routes) {
        if (routes.size() == 1) {
            return List.of("  route: " + one(routes.get(0), false));
        }
        List<String> lines = new ArrayList<>(List.of("  route:"));
        routes.forEach(route -> lines.add("    - " + one(route, false)));
        return lines;
    }

    private static String flow(List<Route.Path> routes) {
        return routes.size() == 1 ? one(routes.get(0), false)
                : routes.stream().map(route -> one(route, true)).collect(Collectors.joining(", ", "[ ", " ]"));
    }

    /** Within brackets and braces a comma would end the text. */
    private static String one(Route.Path route, boolean within) {
        String path = within || route.when() != null ? Text.yaml(route.path().toString()) : OrgScopeYaml.path(route);
        return route.when() == null ? path : "{ path: " + path + ", when: " + Text.yaml(route.when()) + " }";
    }

    private void unique(PlannedTable table, List<String> lines) {
        List<UniqueAdvice> swaps = table.unique().stream().filter(UniqueAdvice::swap).toList();
        if (!swaps.isEmpty()) {
            lines.add("  unique:");
        }
        for (UniqueAdvice swap : swaps) {
            lines.addAll(comment("    ", swap.why()));
            lines.add("    - replaces: " + Text.yaml(swap.index().name()));
            if (swap.name() != null) {
                lines.add("      name: " + Text.yaml(swap.name()));
            }
        }
        if (!swaps.isEmpty() && swaps.stream().allMatch(swap -> swap.index().predicate() != null)
                && table.table().indexes().stream().noneMatch(index -> index.ledBy(plan.column()))) {
            lines.add("  index: " + Text.yaml(Naming.index(table.table().name().name(), plan.column())) + "   # what is unique does not have every row");
        }
        table.unique().stream().filter(advice -> !advice.swap()).forEach(advice -> lines.addAll(
                comment("  ", advice.index().name() + " stays unique for all organizations together: " + advice.why() + ".")));
    }

    private static List<String> comment(String indent, String text) {
        return OrgScopeYaml.comment(indent, "# ", text).lines().toList();
    }
}
