package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * What the triggers of step 02 cannot handle of a route. A query over the route works, so the resolver accepts it, and a
 * rollback does too. Without this check step 01 would be done, and step 02 could not be done or rows would not follow.
 */
final class FollowedRoute {

    private static final String GENERATED = ", a generated column: PostgreSQL computes it after the trigger that fills the row."
            + " Name the columns that it is computed from. Nothing was changed.";
    private static final String VIRTUAL = ", a virtual generated column: PostgreSQL does not compute it for a trigger, so rows would not follow."
            + " Name the columns that it is computed from, or drop it and add it again as STORED. Nothing was changed.";

    private FollowedRoute() {
    }

    /** Everything that is wrong, each as a sentence. */
    static List<String> problems(Route route, ScopedTable scope, Catalog catalog) {
        List<String> problems = new ArrayList<>();
        if (route instanceof Route.Path path) {
            for (RoutePath.Hop hop : path.path().hops()) {
                TableName target = scope.target(hop);
                catalog.find(target).filter(table -> !target.equals(scope.table())).flatMap(UnsupportedTables::problemOnRoute)
                        .ifPresent(what -> problems.add("The route '" + path.path() + "' leads to " + target + ", which is " + what
                                + ". Nothing was changed."));
                catalog.find(target).ifPresent(table -> problems.addAll(virtual(path, hop, table)));
            }
        }
        catalog.find(scope.table()).ifPresent(table -> problems.addAll(generated(route, table)));
        return problems;
    }

    /** Of the row that was changed, a trigger has NULL in a virtual column. */
    private static List<String> virtual(Route.Path route, RoutePath.Hop hop, Table table) {
        List<String> problems = new ArrayList<>();
        boolean last = hop == route.path().last();
        List<String> named = last && route.where() != null ? table.namedIn(route.where()) : List.of();
        for (Column column : table.columns().stream().filter(Column::virtual).toList()) {
            String name = table.name().column(column.name());
            if (hop.key().contains(column.name()) || hop.reads().contains(column.name())) {
                problems.add("The route '" + route.path() + "' reads " + name + VIRTUAL);
            } else if (named.contains(column.name())) {
                problems.add("The condition where: \"" + route.where() + "\" names " + name + VIRTUAL);
            }
        }
        return problems;
    }

    /** PostgreSQL computes generated columns after the BEFORE triggers, and refuses a trigger whose WHEN names one. */
    private static List<String> generated(Route route, Table table) {
        List<String> starts = route instanceof Route.Path path ? path.path().from() : List.of();
        List<String> problems = new ArrayList<>();
        for (String name : ResolvedScope.inputs(route, table)) {
            if (table.column(name).map(Column::generated).orElse(false)) {
                String column = table.name().column(name);
                problems.add(starts.contains(name) ? "The route '" + ((Route.Path) route).path() + "' starts from " + column + GENERATED
                        : "The condition when: \"" + route.when() + "\" names " + column + GENERATED);
            }
        }
        return problems;
    }
}
