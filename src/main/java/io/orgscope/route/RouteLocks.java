package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one route reads of a row that is written, locked FOR KEY SHARE, so that nobody moves it before the row is
 * committed. That lock is the one which a foreign key's own check takes. The row is called {@code NEW}, as in a trigger.
 *
 * @param locks  queries, to be run one after the other: each reads what those before it locked
 * @param traces queries of transaction numbers, to be asked before: whoever changed rows that cannot be locked left its number
 *               there
 * @param answer an expression for the route's answer, to be asked afterwards
 * @param read   the same without a lock
 * @param inputs the row's own columns that the route depends on
 */
public record RouteLocks(List<String> locks, List<String> traces, String answer, String read, Set<String> inputs) {

    private static final String ROW = "(SELECT NEW.*) AS t";
    private static final String MOVED = "(SELECT OLD.* UNION ALL SELECT NEW.*) AS ";

    /** @param answer the route as an expression over the row {@code t} */
    static RouteLocks named(String answer, Set<String> inputs) {
        return new RouteLocks(List.of(), List.of(), over(answer), over(answer), inputs);
    }

    /** Of the ancestors in the same table only the parent is locked: a move comes down level by level and waits there. */
    static RouteLocks of(ResolvedPath path, String answer, Set<String> inputs, ScopedTable scope, Catalog catalog) {
        if (path.hops().size() == 1 && path.unique() && path.route().where() == null && !scope.climbs(path.route().path())) {
            return new RouteLocks(List.of(), List.of(), "(SELECT h0." + Identifier.quote(path.route().path().answer()) + joined(row(path), path, 0, 1)
                    + " FOR KEY SHARE OF h0)", over(answer), inputs);
        }
        return new RouteLocks(from(row(path), path, 0, scope, catalog), traces(path, scope, catalog), over(answer), over(answer), inputs);
    }

    /**
     * What comes after a place on a path, for a row of that place which goes from one to another: as queries in a trigger on
     * its table. What the row led to before is locked too, so that nobody moves it while its former answer is asked for.
     */
    static List<String> after(ResolvedPath path, int place, ScopedTable scope, Catalog catalog) {
        return from(MOVED + alias(place), path, place + 1, scope, catalog);
    }

    private static List<String> from(String row, ResolvedPath path, int first, ScopedTable scope, Catalog catalog) {
        List<String> locks = new ArrayList<>();
        for (int place = first; place < path.hops().size(); place++) {
            locks.add(lock(row, path, first, place, scope, catalog));
        }
        return List.copyOf(locks);
    }

    private static String over(String answer) {
        return "(SELECT " + answer + "\n    FROM " + ROW + ")";
    }

    private static String lock(String row, ResolvedPath path, int first, int place, ScopedTable scope, Catalog catalog) {
        Optional<RouteAnchor> anchor = path.hops().get(place).unique() ? Optional.empty() : RouteAnchor.of(path, place, scope, catalog);
        if (anchor.isEmpty()) {
            return "SELECT" + joined(row, path, first, place + 1) + " FOR KEY SHARE OF " + alias(place);
        }
        return "SELECT" + anchored(row, path, first, place, anchor.get()) + " FOR KEY SHARE OF a";
    }

    private static List<String> traces(ResolvedPath path, ScopedTable scope, Catalog catalog) {
        return IntStream.range(0, path.hops().size()).filter(place -> !path.hops().get(place).unique())
                .mapToObj(place -> RouteAnchor.of(path, place, scope, catalog).map(anchor -> "SELECT a.xmax" + anchored(row(path), path, 0, place, anchor)))
                .flatMap(Optional::stream).toList();
    }

    private static String anchored(String row, ResolvedPath path, int first, int place, RouteAnchor anchor) {
        return joined(row, path, first, place) + " JOIN " + anchor.table().sql() + " AS a ON " + anchor.equal(alias(place - 1), columns(path, place));
    }

    /** The row joined with tables of the path. */
    private static String joined(String row, ResolvedPath path, int first, int end) {
        StringBuilder from = new StringBuilder(" FROM ").append(row);
        for (int i = first; i < end; i++) {
            ResolvedPath.Hop hop = path.hops().get(i);
            from.append(" JOIN ").append(hop.source()).append(" AS ").append(alias(i)).append(" ON ")
                    .append(RouteSql.equal(alias(i), hop, alias(i - 1), columns(path, i)));
        }
        return from.toString();
    }

    private static String alias(int place) {
        return place < 0 ? "t" : "h" + place;
    }

    /** The columns that lead to a place. */
    private static List<String> columns(ResolvedPath path, int place) {
        return place == 0 ? path.from() : path.hops().get(place - 1).reads();
    }

    /** A condition is asked where only one table is in sight. */
    private static String row(ResolvedPath path) {
        return path.route().when() == null ? ROW : "(SELECT t.* FROM " + ROW + " WHERE (" + path.route().when() + "\n)) AS t";
    }
}
