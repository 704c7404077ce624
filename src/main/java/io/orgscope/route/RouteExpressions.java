package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The routes of a table as SQL, in their order. One of them may read the organization of a row's parent in the same table. */
final class RouteExpressions {

    private final ScopedTable scope;
    private final String keyType;
    private final boolean filled;
    private final KeptAssignments kept;
    private final Expected.Notes notes;
    private final List<String> others = new ArrayList<>();
    /** In the order of the routes; null for a named organization. */
    private final List<ResolvedPath> paths = new ArrayList<>();
    private final List<String> several = new ArrayList<>();
    private final List<String> joined = new ArrayList<>();
    private final StringBuilder joins = new StringBuilder();
    private ResolvedPath selfReference;
    private int place;
    private int selfReferences;

    /**
     * @param filled whether the table has its organization column when the SQL runs
     * @param notes  whether the side table is there then
     */
    RouteExpressions(ScopedTable scope, String keyType, boolean filled, KeptAssignments kept, Expected.Notes notes) {
        this.scope = scope;
        this.keyType = keyType;
        this.filled = filled;
        this.kept = kept;
        this.notes = notes;
    }

    void add(Route.Named named) {
        paths.add(null);
        others.add(RouteSql.named(named, scope.organizations()));
        joined.add(RouteSql.named(named, scope.organizations()));
    }

    void add(ResolvedPath path) {
        paths.add(path);
        if (scope.selfReferencing(path.route().path())) {
            selfReference = path;
            place = others.size();
            selfReferences++;
            return;
        }
        others.add(RouteSql.path(path));
        if (path.unique()) {
            String alias = "orgscope_" + joined.size();
            joins.append(RouteSql.join(path, alias));
            joined.add(RouteSql.joined(path, alias));
        } else {
            joined.add(RouteSql.path(path));
            several.add(RouteSql.several(path));
        }
    }

    /** The number of routes that read the table's own organization column. More than one is not allowed. */
    int selfReferences() {
        return selfReferences;
    }

    /** The SQL of each route. */
    List<String> all() {
        return withSelfReference(others);
    }

    /** The routes that are paths. */
    List<ResolvedPath> paths() {
        return paths.stream().filter(Objects::nonNull).toList();
    }

    /** The organization that the routes before a path give, and the path itself too if it is included. Null if there are none. */
    String until(ResolvedPath path, boolean included) {
        List<String> some = all().subList(0, paths.indexOf(path) + (included ? 1 : 0));
        return some.isEmpty() ? null : first(some);
    }

    /**
     * The columns that the routes read of a table, and others. Empty if the table is not in the catalog, because then
     * those in conditions are not known.
     */
    Set<String> read(TableName name, List<String> others, Catalog catalog) {
        Table table = catalog.find(name).orElse(null);
        if (table == null) {
            return Set.of();
        }
        Set<String> read = new TreeSet<>(others);
        for (ResolvedPath path : paths()) {
            path.hops().stream().filter(hop -> hop.table().equals(name)).forEach(hop -> {
                read.addAll(hop.key());
                read.addAll(hop.reads());
            });
            if (path.route().where() != null && path.last().table().equals(name)) {
                read.addAll(table.namedIn(path.route().where()));
            }
        }
        if (name.equals(scope.table())) {
            // A parent in the same table is a row of its own: its other routes start from its columns, and a choice is found by them.
            read.add(scope.column());
            read.addAll(kept.key());
            read.addAll(kept.compared());
            scope.routes().forEach(route -> read.addAll(ResolvedScope.inputs(route, table)));
        }
        return read;
    }

    /** Each route with its locks, for a row that is written. */
    List<RouteLocks> locked(Catalog catalog) {
        List<String> answers = all();
        return IntStream.range(0, answers.size()).mapToObj(i -> locked(paths.get(i), answers.get(i), scope.routes().get(i), catalog)).toList();
    }

    private RouteLocks locked(ResolvedPath path, String answer, Route route, Catalog catalog) {
        Set<String> inputs = ResolvedScope.inputs(route, catalog.find(scope.table()).orElse(null));
        return path == null ? RouteLocks.named(answer, inputs) : RouteLocks.of(path, answer, inputs, scope, catalog);
    }

    /** The route that reads the organization of a row's parent. */
    Optional<SelfReference> selfReference() {
        return Optional.ofNullable(selfReference).map(path -> new SelfReference(path.hops().get(0).key(), path.from(), path.route().when(),
                RouteSql.filtered(path.hops().get(0), path.route().where())));
    }

    /** The organization that a row gets without its parent in the same table. */
    String beforeParent() {
        return first(selfReference == null ? others : others.subList(0, place));
    }

    /** The joins that {@link #joined} needs after the table. */
    String joins() {
        return joins.toString();
    }

    /** The SQL of each route, with a join in place of a subquery where that is possible. */
    List<String> joined() {
        return withSelfReference(joined);
    }

    private List<String> withSelfReference(List<String> routes) {
        List<String> all = new ArrayList<>(routes);
        if (selfReference != null) {
            List<String> known = new ArrayList<>(others.subList(0, place));
            kept.lookupChosen(notes).ifPresent(chosen -> known.add(0, chosen));
            if (filled) {
                known.add(0, "t." + Identifier.quote(scope.column()));
            }
            all.add(place, RouteSql.selfReference(selfReference, first(known), first(others.subList(place, others.size()))));
        }
        return List.copyOf(all);
    }

    private String first(List<String> expressions) {
        return expressions.isEmpty() ? "NULL::" + keyType
                : expressions.stream().collect(Collectors.joining(",\n  ", "coalesce(", ")"));
    }

    /** For each route that may reach several rows: whether they name several organizations. */
    List<String> several() {
        return List.copyOf(several);
    }
}
