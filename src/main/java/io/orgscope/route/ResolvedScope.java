package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A scoped table with what its SQL needs from the catalog: the type of the key, the keys of each route, and the columns
 * that the organization depends on.
 */
public final class ResolvedScope {

    private final ScopedTable scope;
    private final Table table;
    private final String keyType;
    private final Column key;
    private final RouteExpressions routes;
    private final boolean guarded;
    private final Set<String> inputs;
    private final KeptAssignments kept;
    private final Catalog catalog;
    private final Expected expected;

    private ResolvedScope(ScopedTable scope, Catalog catalog, Expected expected, Table table, String keyType, Column key,
                          RouteExpressions routes, boolean guarded, Set<String> inputs, KeptAssignments kept) {
        this.scope = scope;
        this.catalog = catalog;
        this.expected = expected;
        this.table = table;
        this.keyType = keyType;
        this.key = key;
        this.routes = routes;
        this.guarded = guarded;
        this.inputs = inputs;
        this.kept = kept;
    }

    /**
     * Reads the catalog.
     *
     * @param problems receives each problem as a sentence. If it stays empty, the result can be used
     */
    public static ResolvedScope of(ScopedTable scope, Catalog catalog, Expected expected, List<String> problems) {
        Table table = catalog.find(scope.table()).orElse(null);
        if (table == null && !expected.blind()) {
            problems.add("There is no table " + scope.table() + ".");
        }
        if (scope.table().equals(scope.organizations().table())) {
            problems.add(scope.table() + " is the organizations table itself: its rows are organizations, and belong to none.");
        }
        if (table != null) {
            UnsupportedTables.problem(table).ifPresent(problems::add);
        }
        Optional<Column> key = scope.organizations().keyIn(catalog);
        String type = key.map(Column::definition).orElse(scope.organizations().type());
        if (type == null) {
            problems.add(missingKey(scope, catalog, expected));
        }
        RouteResolver resolver = new RouteResolver(scope, catalog, expected, key.orElse(null), problems);
        Set<String> inputs = new TreeSet<>();
        scope.routes().forEach(route -> inputs.addAll(inputs(route, table)));
        KeptAssignments kept = KeptAssignments.of(scope, catalog, expected, inputs);
        RouteExpressions expressions = new RouteExpressions(scope, type,
                table == null || expected.blind() || table.column(scope.column()).isPresent(), kept, expected.notes());
        for (Route route : scope.routes()) {
            if (route instanceof Route.Named named) {
                problems.addAll(NamedOrganization.problems(named, scope.organizations(), catalog));
                expressions.add(named);
            } else {
                resolver.resolve((Route.Path) route).ifPresent(expressions::add);
            }
        }
        if (expressions.selfReferences() > 1) {
            problems.add("Two routes of " + scope.table() + " read the organization of a parent in the same table. Keep one of them.");
        }
        return new ResolvedScope(scope, catalog, expected, table, type, key.orElse(null), expressions, guarded(scope, catalog, expected), inputs, kept);
    }

    /** Whether each column from which an organization is read holds an existing one: it has a foreign key, or its rows are checked already. */
    private static boolean guarded(ScopedTable scope, Catalog catalog, Expected expected) {
        boolean stored = catalog.find(scope.table()).flatMap(table -> table.column(scope.column())).isEmpty()
                || guarded(scope.table(), scope.column(), scope, catalog);
        return stored && scope.routes().stream().allMatch(route -> route instanceof Route.Named
                || route instanceof Route.Path path && !scope.goesThrough(path.path())
                && holdsExisting(scope.target(path.path().last()), path.path().answer(), scope, catalog, expected));
    }

    private static boolean holdsExisting(TableName table, String column, ScopedTable scope, Catalog catalog, Expected expected) {
        return expected.checked(table, column) || guarded(table, column, scope, catalog);
    }

    private static boolean guarded(TableName table, String column, ScopedTable scope, Catalog catalog) {
        Organizations organizations = scope.organizations();
        return table.equals(organizations.table()) && column.equals(organizations.key())
                || catalog.find(table).map(found -> found.foreignKeysOf(List.of(column))).orElse(List.of()).stream()
                        .anyMatch(reference -> reference.validated() && organizations.keyOf(column, reference));
    }

    private static String missingKey(ScopedTable scope, Catalog catalog, Expected expected) {
        Organizations organizations = scope.organizations();
        if (expected.blind()) {
            return "Without a database, the type of " + organizations.table().column(organizations.key())
                    + " has to be declared: organizations: { type: … } (organizationsType in a change).";
        }
        return catalog.find(organizations.table()).isEmpty()
                ? "There is no organizations table " + organizations.table() + "."
                : "The organizations table " + organizations.table() + " has no column " + organizations.key() + ".";
    }

    /** The table's own columns that a route depends on. */
    static Set<String> inputs(Route route, Table table) {
        Set<String> inputs = new TreeSet<>();
        if (route instanceof Route.Path path) {
            inputs.addAll(path.path().from());
        }
        if (route.when() != null && table != null) {
            inputs.addAll(table.namedIn(route.when()));
        }
        return inputs;
    }

    /** The declaration that was resolved. */
    public ScopedTable scope() {
        return scope;
    }

    /** The table as in the catalog. Empty in a script, if the table does not exist yet. */
    public Optional<Table> table() {
        return Optional.ofNullable(table);
    }

    /** The organization column as in the catalog. */
    public Optional<Column> column() {
        return table().flatMap(found -> found.column(scope.column()));
    }

    /** The key of the organizations as in the catalog. */
    public Optional<Column> key() {
        return Optional.ofNullable(key);
    }

    /** The type of the organizations' key, as in a column definition. */
    public String keyType() {
        return keyType;
    }

    /** {@link #keyType} for a column of the side table, which still has room when the key has got a larger type or a greater length. */
    public String keptType() {
        return key == null ? keyType : key.wideDefinition();
    }

    /** The table's own columns that the organization depends on. */
    public Set<String> inputs() {
        return inputs;
    }

    /** The organizations that an earlier rollback kept, and the notes of what the application chose. */
    public KeptAssignments kept() {
        return kept;
    }

    /** The organization that the routes give the row {@code t}, as SQL. NULL if no route gives one. */
    public String routed() {
        return routes.all().isEmpty() ? "NULL::" + keyType : coalesce(routes.all());
    }

    /** The organization that each single route gives the row {@code t}, in the order of the routes. */
    public List<String> eachRoute() {
        return routes.all();
    }

    /** Each single route with the locks it takes on the rows it reads, for the row {@code NEW} of a trigger. */
    public List<RouteLocks> locked() {
        return routes.locked(catalog);
    }

    /** The tables that the routes read. */
    public List<RouteParent> parents() {
        return RouteParents.of(scope, catalog, routes);
    }

    /** What the triggers cannot handle of a route, each as a sentence. They do not count as problems: a rollback needs no trigger. */
    public List<String> notFollowed(Route route) {
        return FollowedRoute.problems(route, scope, catalog);
    }

    /** The tables that the routes do not read and whose rows the triggers lock ({@link SubstituteLock}). */
    public Set<TableName> tablesLockedInstead() {
        Set<TableName> tables = SubstituteLock.tables(routes.paths(), scope, catalog);
        tables.removeAll(scope.tables());
        return tables;
    }

    /**
     * The organization that the routes gave the row {@code t} before a row of a table that they read was changed. The
     * SQL is for an AFTER trigger on that table.
     */
    public String formerlyRouted(TableName parent) {
        List<String> key = catalog.find(parent).map(Table::identity).filter(found -> !found.isEmpty())
                .orElseGet(() -> parents().stream().filter(found -> found.table().equals(parent))
                        .flatMap(found -> found.columns().stream()).toList());
        Map<TableName, String> sources = new HashMap<>(expected.sources());
        sources.put(parent, RouteSql.beforeChange(parent, key, routes.read(parent, key, catalog), catalog.find(parent).orElse(null)));
        return of(scope, catalog, new Expected(expected.blind(), expected.columns(), sources, expected.notes()), new ArrayList<>()).routed();
    }

    /** This scope for SQL of triggers. The side table is there when they run, and their text must not depend on whether it is there already. */
    public ResolvedScope inTriggers() {
        return selfReference().isEmpty() || !kept.canNote() ? this : with(Expected.Notes.MADE);
    }

    /** This scope for SQL that runs while a rollback replaces the side table. Every row has its organization then, so no parent needs its note. */
    public ResolvedScope whileNotesAreReplaced() {
        return selfReference().isEmpty() ? this : with(Expected.Notes.REPLACED);
    }

    private ResolvedScope with(Expected.Notes notes) {
        return of(scope, catalog, new Expected(expected.blind(), expected.columns(), expected.sources(), notes), new ArrayList<>());
    }

    /** The organization that the row {@code t} gets without its parent in the same table, as SQL. */
    public String beforeParent() {
        return routes.beforeParent();
    }

    /** The route that reads the organization of a row's parent in the same table. */
    public Optional<SelfReference> selfReference() {
        return routes.selfReference();
    }

    /** Whether a route finds several organizations for the row {@code t}, as SQL. */
    public String ambiguous() {
        return routes.several().isEmpty() ? "false" : String.join(" OR ", routes.several());
    }

    /** Whether step 01 inserts the organization of the row {@code t} because it does not exist yet, as SQL. */
    public String organizationIsCreated() {
        return scope.routes().stream().filter(route -> route instanceof Route.Named named && named.create() != null)
                .map(route -> route.when() == null ? "true" : "(" + route.when() + "\n) IS TRUE").collect(Collectors.collectingAndThen(
                        Collectors.joining(" OR "), all -> all.isEmpty() ? "false" : all));
    }

    /**
     * The organization that the row {@code t} should have. It is what the application chose before a rollback, else
     * what the routes give, else what was kept before the rollback.
     */
    public String value() {
        return keptOr(routes.all());
    }

    /** All rows of the table as {@code t}, joined with what {@link #valueInRows} needs, as a FROM clause. */
    public String rows() {
        return scope.table().sql() + " t" + routes.joins();
    }

    /** {@link #value} over {@link #rows}. It is many times faster if all rows are read. */
    public String valueInRows() {
        return keptOr(routes.joined());
    }

    /** {@link #routed} over {@link #rows}. */
    public String routedInRows() {
        return routes.joined().isEmpty() ? routed() : coalesce(routes.joined());
    }

    /** The organization that the row has, else {@link #valueInRows}. */
    public String organizationInRows() {
        return column().isEmpty() ? valueInRows() : "coalesce(" + stored() + ", " + valueInRows() + ")";
    }

    /** Whether every organization that a row has or gets exists for sure: foreign keys or checks of other tables say so. */
    public boolean organizationsGuarded() {
        return guarded;
    }

    private String keptOr(List<String> answers) {
        List<String> all = new ArrayList<>();
        kept.lookupChosen().ifPresent(all::add);
        all.addAll(answers);
        kept.lookup().ifPresent(all::add);
        return all.isEmpty() ? routed() : coalesce(all);
    }

    private static String coalesce(List<String> expressions) {
        return expressions.size() == 1 ? expressions.get(0) : "coalesce(" + String.join(",\n  ", expressions) + ")";
    }

    /** The organization column of the row {@code t}. */
    public String stored() {
        return "t." + Identifier.quote(scope.column());
    }
}
