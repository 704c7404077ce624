package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
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

/** Finds the tables that the routes of a scoped table read, and what has to be locked so that nobody reads them halfway. */
final class RouteParents {

    private static final String INDEXED = "EXISTS (SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid"
            + " AND a.attnum = i.indkey[0] WHERE i.indrelid = %s::pg_catalog.regclass AND i.indisvalid AND i.indpred IS NULL AND a.attname IN (%s))";

    private final ScopedTable scope;
    private final Catalog catalog;
    private final Map<TableName, RouteParent> parents = new LinkedHashMap<>();

    private RouteParents(ScopedTable scope, Catalog catalog) {
        this.scope = scope;
        this.catalog = catalog;
    }

    static List<RouteParent> of(ScopedTable scope, Catalog catalog, List<ResolvedPath> paths) {
        RouteParents found = new RouteParents(scope, catalog);
        for (ResolvedPath path : paths) {
            for (int place = 0; place < path.hops().size(); place++) {
                if (!found.isKeyOfOrganizations(path.hops().get(place))) {
                    found.add(path, place);
                }
            }
        }
        return List.copyOf(found.parents.values());
    }

    /** An organization's key does not change while rows reference it. */
    private boolean isKeyOfOrganizations(ResolvedPath.Hop hop) {
        List<String> key = List.of(scope.organizations().key());
        return hop.table().equals(scope.organizations().table()) && hop.key().equals(key) && hop.reads().equals(key);
    }

    private void add(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        Set<String> columns = new TreeSet<>(hop.key());
        columns.addAll(hop.reads());
        if (place == path.hops().size() - 1 && path.route().where() != null) {
            catalog.find(hop.table()).ifPresent(table -> columns.addAll(ResolvedScope.named(path.route().where(), table)));
        }
        List<RouteParent.Place> places = new ArrayList<>();
        boolean come = comeAndGo(path, place);
        RouteParent known = parents.get(hop.table());
        if (known != null) {
            columns.addAll(known.columns());
            places.addAll(known.places());
            come |= known.come();
        }
        places.add(place(path, place));
        parents.put(hop.table(), new RouteParent(hop.table(), columns, List.copyOf(places), come));
    }

    private RouteParent.Place place(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        String rows = rows(path, place);
        boolean climbs = scope.climbs(path.route().path());
        if (hop.unique()) {
            List<String> locks = new ArrayList<>(List.of(lockOfMove(hop.table(), hop.key())));
            locks.addAll(RouteLocks.after(path, place, scope, catalog));
            return new RouteParent.Place(rows, locks, false, organization(path, place), climbs, found(path, place));
        }
        Optional<RouteAnchor> anchor = RouteAnchor.of(path, place, scope, catalog);
        List<String> identity = catalog.find(hop.table()).map(Table::identity).orElse(List.of());
        List<String> own = identity.isEmpty() ? List.of() : List.of(lockOfMove(hop.table(), identity));
        return new RouteParent.Place(rows, anchor.map(found -> List.of(found.lockOfMove(hop.key()))).orElse(own), anchor.isPresent(),
                anchor.map(found -> found.traces(hop.key())).orElseGet(() -> organization(path, place)), climbs, found(path, place));
    }

    private static String lockOfMove(TableName table, List<String> key) {
        return "SELECT FROM " + table.sql() + " AS p WHERE " + RouteSql.equal("p", key, "OLD", key) + " FOR UPDATE";
    }

    /**
     * The row of the organization that the changed row gave before. Whoever writes a row of the scoped table locks it FOR KEY
     * SHARE, and xmax keeps the number of the last who did. Where other routes answered in place of this one, it may be any.
     */
    private String organization(ResolvedPath path, int place) {
        Organizations organizations = scope.organizations();
        String former = RouteSql.onward(path, place);
        return "SELECT o.xmax FROM " + organizations.table().sql() + " AS o WHERE o." + Identifier.quote(organizations.key()) + " = " + former
                + (scope.routes().size() > 1 ? " OR " + former + " IS NULL" : "");
    }

    /** The rows {@code t} that reach the row at this place, before or after its change. */
    private static String rows(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        if (place == 0) {
            return "(" + RouteSql.equal("t", path.from(), "OLD", hop.key()) + " OR " + RouteSql.equal("t", path.from(), "NEW", hop.key()) + ")";
        }
        ResolvedPath.Hop before = path.hops().get(place - 1);
        String last = "h" + (place - 1);
        String keys = Identifier.list("h0.", path.hops().get(0).key());
        return "(" + Identifier.list("t.", path.from()) + ") IN (SELECT " + keys + " FROM " + RouteSql.hops(path, place) + " WHERE "
                + RouteSql.equal(last, before.reads(), "OLD", hop.key()) + " OR " + RouteSql.equal(last, before.reads(), "NEW", hop.key()) + ")";
    }

    /** Whether a row that is inserted or deleted can change the answer of rows that are there. */
    private boolean comeAndGo(ResolvedPath path, int place) {
        return !path.hops().get(place).unique() || !guarded(path, place) && !scope.climbs(path.route().path());
    }

    private boolean guarded(ResolvedPath path, int place) {
        ResolvedPath.Hop hop = path.hops().get(place);
        return source(path, place).map(table -> table.foreignKeysOf(before(path, place))).orElse(List.of()).stream()
                .anyMatch(key -> key.validated() && key.target().equals(hop.table()) && !deferrable(key));
    }

    private static boolean deferrable(ForeignKey key) {
        return key.definition().contains(" DEFERRABLE");
    }

    /**
     * That an index finds the rows which reach the place. Where none does, each INSERT would read the whole table: then only
     * several rows that have to agree are worth it.
     */
    private String found(ResolvedPath path, int place) {
        return path.hops().get(place).unique() ? IntStream.rangeClosed(0, place).mapToObj(i -> INDEXED.formatted(
                Literal.of((i == 0 ? scope.table() : path.hops().get(i - 1).table()).sql()), before(path, i).stream().map(Literal::of)
                        .collect(Collectors.joining(", ")))).collect(Collectors.joining(" AND ")) : null;
    }

    private Optional<Table> source(ResolvedPath path, int place) {
        return catalog.find(place == 0 ? scope.table() : path.hops().get(place - 1).table());
    }

    private static List<String> before(ResolvedPath path, int place) {
        return place == 0 ? path.from() : path.hops().get(place - 1).reads();
    }
}
