package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the tables that the routes of a scoped table read. It also finds what a change has to lock, so that nobody
 * reads these tables in the middle of the change.
 */
final class RouteParents {

    private static final Set<String> WORDS = Set.of("table", "columns", "match", "key", "former", "otherwise", "from", "keys", "tables", "old", "new");

    private static final SqlTemplate INDEXED = template("""
            EXISTS (SELECT
                      FROM pg_catalog.pg_index i
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                     WHERE i.indrelid = {table}::pg_catalog.regclass AND i.indisvalid AND i.indpred IS NULL AND a.attname IN ({columns}))""");

    private static final SqlTemplate LOCK = template("SELECT FROM {table} AS p WHERE {match} FOR UPDATE");

    private static final SqlTemplate ORGANIZATION = template("SELECT o.xmax FROM {table} AS o WHERE o.{key} = {former}{otherwise}");

    private static final SqlTemplate ROWS = template("""
            ({from}) IN (SELECT {keys}
                           FROM {tables}
                          WHERE {old} OR {new})""");

    private final ScopedTable scope;
    private final Catalog catalog;
    private final RouteExpressions routes;
    private final Map<TableName, RouteParent> parents = new LinkedHashMap<>();

    private RouteParents(ScopedTable scope, Catalog catalog, RouteExpressions routes) {
        this.scope = scope;
        this.catalog = catalog;
        this.routes = routes;
    }

    static List<RouteParent> of(ScopedTable scope, Catalog catalog, RouteExpressions routes) {
        RouteParents found = new RouteParents(scope, catalog, routes);
        for (ResolvedPath path : routes.paths()) {
            for (int place = 0; place < path.hops().size(); place++) {
                if (!found.isKeyOfOrganizations(path.hops().get(place))) {
                    found.add(path, place);
                }
            }
        }
        return List.copyOf(found.parents.values());
    }

    /** The key of an organization does not change while rows reference it. */
    private boolean isKeyOfOrganizations(ResolvedPath.Hop hop) {
        List<String> key = List.of(scope.organizations().key());
        return hop.table().equals(scope.organizations().table()) && hop.key().equals(key) && hop.reads().equals(key);
    }

    private void add(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        Set<String> columns = new TreeSet<>(hop.key());
        columns.addAll(hop.reads());
        if (place == path.hops().size() - 1 && path.route().where() != null) {
            catalog.find(hop.table()).ifPresent(table -> columns.addAll(table.namedIn(path.route().where())));
        }
        List<RouteParent.Place> places = new ArrayList<>();
        boolean count = insertsAndDeletesCount(path, place);
        RouteParent known = parents.get(hop.table());
        if (known != null) {
            columns.addAll(known.columns());
            places.addAll(known.places());
            count |= known.insertsAndDeletesCount();
        }
        places.add(place(path, place));
        parents.put(hop.table(), new RouteParent(hop.table(), columns, List.copyOf(places), count));
    }

    private RouteParent.Place place(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        String rows = rows(path, place);
        boolean selfReference = scope.selfReferencing(path.route().path());
        if (hop.unique()) {
            List<String> locks = new ArrayList<>(List.of(lockOfMove(hop.table(), hop.key())));
            locks.addAll(RouteLocks.after(path, place, scope, catalog));
            return new RouteParent.Place(rows, locks, false, organization(path, place), routes.until(path, false), others(path, rows), later(path, rows),
                    selfReference, found(path, place));
        }
        Optional<SubstituteLock> substitute = SubstituteLock.of(path, place, scope, catalog);
        List<String> identity = catalog.find(hop.table()).map(Table::identity).orElse(List.of());
        List<String> own = identity.isEmpty() ? List.of() : List.of(lockOfMove(hop.table(), identity));
        return new RouteParent.Place(rows, substitute.map(found -> List.of(found.lockOfMove(hop.key()))).orElse(own), substitute.isPresent(),
                substitute.map(found -> found.writerXids(hop.key())).orElseGet(() -> organization(path, place)), routes.until(path, false),
                others(path, rows), later(path, rows), selfReference, found(path, place));
    }

    private List<String> others(ResolvedPath path, String rows) {
        return routes.paths().stream().filter(other -> !other.equals(path)).flatMap(other -> RouteLocks.of(other, rows, scope, catalog).stream()).toList();
    }

    /** A parent in the same table is left out: a move of it locks all rows below it. */
    private List<String> later(ResolvedPath path, String rows) {
        List<ResolvedPath> paths = routes.paths();
        String open = rows + " AND " + routes.until(path, true) + " IS NULL";
        return paths.subList(paths.indexOf(path) + 1, paths.size()).stream().filter(other -> !scope.selfReferencing(other.route().path()))
                .flatMap(other -> RouteLocks.of(other, open, scope, catalog).stream()).toList();
    }

    private static String lockOfMove(TableName table, List<String> key) {
        return LOCK.fill(Map.of("table", table.sql(), "match", RouteSql.equal("p", key, "OLD", key)));
    }

    /**
     * A query for the organization that the changed row gave before. A writer of the scoped table locks that
     * organization FOR KEY SHARE, and its xmax keeps the number of the last one. If other routes took precedence over
     * this one, it may be any organization.
     */
    private String organization(ResolvedPath path, int place) {
        Organizations organizations = scope.organizations();
        String former = RouteSql.onward(path, place);
        return ORGANIZATION.fill(Map.of("table", organizations.table().sql(), "key", Identifier.quote(organizations.key()), "former", former,
                "otherwise", scope.routes().size() > 1 ? " OR " + former + " IS NULL" : ""));
    }

    /** The rows {@code t} that reach the row at this place, before or after its change. */
    private static String rows(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        String last = ResolvedPath.alias(place - 1);
        String old = RouteSql.equal(last, path.columnsTo(place), "OLD", hop.key());
        String now = RouteSql.equal(last, path.columnsTo(place), "NEW", hop.key());
        return place == 0 ? "(" + old + " OR " + now + ")" : ROWS.fill(Map.of("from", Identifier.list("t.", path.from()),
                "keys", Identifier.list("h0.", path.hops().get(0).key()), "tables", RouteSql.hops(path, place), "old", old, "new", now));
    }

    /**
     * Whether an INSERT or a DELETE can change the organization of existing rows. A foreign key that is checked at the end of each statement leaves only
     * rows of the same statement. Their own trigger looks again ({@link RouteLocks#missing}).
     */
    private boolean insertsAndDeletesCount(ResolvedPath path, int place) {
        return !path.hops().get(place).unique() || !guarded(path, place);
    }

    private boolean guarded(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        return catalog.find(path.source(place, scope)).map(table -> table.foreignKeysOf(path.columnsTo(place))).orElse(List.of()).stream()
                .anyMatch(key -> key.validated() && key.target().equals(hop.table()) && key.targetsOf(path.columnsTo(place)).equals(hop.key())
                        && !key.options().deferrable());
    }

    /**
     * The condition that an index finds the rows that reach the place. Without an index each INSERT would read the
     * whole table. This is worth it only if several rows have to agree.
     */
    private String found(ResolvedPath path, int place) {
        return path.hops().get(place).unique()
                ? IntStream.rangeClosed(0, place).mapToObj(i -> indexed(path, i)).collect(Collectors.joining(" AND ")) : null;
    }

    private String indexed(ResolvedPath path, int place) {
        return INDEXED.fill(Map.of("table", Literal.of(path.source(place, scope).sql()),
                "columns", path.columnsTo(place).stream().map(Literal::of).collect(Collectors.joining(", "))));
    }

    private static SqlTemplate template(String text) {
        return new SqlTemplate(text, WORDS);
    }
}
