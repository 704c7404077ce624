package io.orgscope.scan.rule;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.plan.format.EntryYaml;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Text;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.OnDelete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes lines that are ready to paste. */
final class Remedies {

    private final Context context;
    private final UniqueKeys uniqueKeys;

    Remedies(Context context) {
        this.context = context;
        this.uniqueKeys = new UniqueKeys(context);
    }

    /**
     * The table's entry under {@code tables:}. One entry is the remedy for everything that is wrong with the table: the
     * steps keep what exists and make what is missing.
     */
    Remedy declare(ScannedTable table) {
        TableName name = table.name();
        Optional<Column> generated = table.table().column(table.column()).filter(Column::generated);
        if (generated.isPresent()) {
            return Remedy.advice("It is a " + (generated.get().virtual() ? "virtual generated column. PostgreSQL has no foreign key and no index over one, and no step can"
                    + " fill it. Drop the column," : "generated column, which no step can fill. Add what is missing in a change set of your own. Or drop the column,")
                    + " declare the table with a route, and run liquibase update: step 01 adds an ordinary column.");
        }
        if (context.declared().containsKey(name)) {
            return Remedy.advice("The table is declared: run liquibase update, and this scan again.");
        }
        if (!table.table().ordinary()) {
            return Remedy.advice("This tool does not migrate tables that others inherit from, and tables with a foreign table among their partitions."
                    + " Add the column in a change set of your own.");
        }
        StringBuilder lines = new StringBuilder("- table: " + Text.yaml(name.name()) + "\n");
        if (!name.schema().equals(context.specSchema())) {
            lines.append("  schema: ").append(Text.yaml(name.schema())).append('\n');
        }
        if (!table.column().equals(context.specColumn())) {
            lines.append("  column: ").append(Text.yaml(table.column())).append('\n');
        }
        List<Route.Path> routes = routes(table);
        String question = context.questions().get(name);
        if (routes.isEmpty()) {
            lines.append("  # route: column -> table.column, or one organization for all rows: { organization: { … } }\n");
        } else {
            EntryYaml.route(routes).forEach(line -> lines.append(line).append('\n'));
        }
        onDelete(table).ifPresent(word -> lines.append("  onDelete: ").append(word).append('\n'));
        List<Index> unscoped = table.table().indexes().stream().filter(replaceable(table)).toList();
        if (!unscoped.isEmpty()) {
            lines.append("  unique:\n");
            unscoped.forEach(index -> lines.append("    - { replaces: ").append(Text.yaml(index.name())).append(" }\n"));
        }
        if (question != null && table.state() == TableState.SCOPED
                && table.table().primaryKey().filter(key -> key.columns().equals(List.of(table.column()))).isPresent()) {
            return Remedy.advice(question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1) + ".");
        }
        if (question != null) {
            return Remedy.spec("Decide first: " + question + ". Then declare the table; liquibase orgscope-plan shows its choices and"
                    + " proves routes by the data.", "# ? " + Text.line(name + ": " + question) + ".\n"
                    + lines.toString().lines().map(line -> "# " + line + "\n").collect(Collectors.joining()));
        }
        return Remedy.spec((routes.isEmpty() ? "Write in the route how a row finds its organization, then declare the table" : "Declare the table")
                + "; liquibase orgscope-plan proves routes by the data.", lines.toString());
    }

    /** The organization that a row already has comes first. The other routes are for rows without one. */
    private List<Route.Path> routes(ScannedTable table) {
        List<Route.Path> routes = new ArrayList<>();
        if (table.state() == TableState.SCOPED) {
            TableName organizations = context.organizations().table();
            routes.add(new Route.Path(new RoutePath(List.of(table.column()), List.of(new RoutePath.Hop(
                    organizations.schema().equals(table.name().schema()) ? null : organizations.schema(), organizations.name(),
                    context.organizations().writtenKey(context.catalog(), table.table(), table.column()), List.of(context.organizations().key())))), null, null));
        }
        if (table.proposedRoute() != null) {
            routes.addAll(table.proposedRoute().routes());
        }
        return routes;
    }

    /** The ON DELETE of an existing foreign key, if it is not the default. A declaration that differs is refused. */
    private Optional<String> onDelete(ScannedTable table) {
        return table.table().foreignKeys().stream().filter(key -> context.isOrganizationKey(table, key))
                .flatMap(key -> Arrays.stream(OnDelete.values()).filter(word -> word.code() == key.onDelete()))
                .filter(word -> word != OnDelete.CASCADE).map(OnDelete::word).findFirst();
    }

    /** Unique keys that are not scoped and that step 06 can replace. */
    Predicate<Index> replaceable(ScannedTable table) {
        return index -> CatalogRoutes.whyKept(context.catalog(), table.table(), index).isEmpty() && uniqueKeys.judge(table, index) == UniqueKeys.Verdict.NOT_SCOPED;
    }

    /** An entry under {@code global:} of the baseline. */
    Remedy global(ScannedTable table, String reason) {
        return Remedy.baseline("If that is right, write it into the baseline, with your reason",
                "global:\n  - { " + place(table.name()) + ", reason: " + Text.yaml(reason) + " }\n");
    }

    /** An entry under {@code accepted:} of the baseline. */
    Remedy accept(Rule rule, TableName table, String object, String reason) {
        return Remedy.baseline("If that is right, write it into the baseline, with your reason",
                "accepted:\n  - { rule: " + rule.id() + ", " + place(table)
                        + (object == null ? "" : ", object: " + Text.yaml(object)) + ", reason: " + Text.yaml(reason) + " }\n");
    }

    private String place(TableName table) {
        return "table: " + Text.yaml(table.name())
                + (table.schema().equals(context.defaultSchema()) ? "" : ", schema: " + Text.yaml(table.schema()));
    }

    /** One statement with a semicolon. */
    static String statement(String... parts) {
        return String.join(" ", parts) + ";\n";
    }

    /**
     * An index over these columns. PostgreSQL chooses a name. It builds none CONCURRENTLY on a partitioned table.
     *
     * @param what INDEX or UNIQUE INDEX
     */
    static Remedy createIndex(String advice, String what, Table table, List<String> columns) {
        boolean partitioned = table.kind() == 'p';
        return Remedy.sql(advice + (partitioned ? " The statement blocks the writers of the partitioned table while it builds. To block none, create the index ON ONLY the table,"
                        + " build it CONCURRENTLY on each partition, and attach each one (ALTER INDEX … ATTACH PARTITION …)."
                        : " Its change set needs runInTransaction: false."),
                statement("CREATE", what, partitioned ? "ON" : "CONCURRENTLY ON", table.name().sql(), "(" + Identifier.list("", columns) + ")"));
    }

    static String columns(List<String> names) {
        List<String> shown = new ArrayList<>(names);
        shown.replaceAll(name -> name.isEmpty() ? "(an expression)" : name);
        return "(" + String.join(", ", shown) + ")";
    }
}
