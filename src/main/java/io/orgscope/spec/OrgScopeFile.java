package io.orgscope.spec;

import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.ScopedTable;
import io.orgscope.postgres.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A {@code *.orgscope.yaml}: which tables get an organization, and how each row finds it.
 *
 * @param source             the file, for messages
 * @param schema             of names without one; null for the database's default schema
 * @param organizationsLine  the line in which the organizations are declared, or would be
 * @param organizationSchema null for the database's default schema
 * @param organizationType   the type of the key as SQL, if declared, for scripts without a database
 * @param tables             in the order of the file
 */
public record OrgScopeFile(String source, String schema, int organizationsLine, String organizationSchema, String organizationTable, String organizationKey,
                           String organizationType, String column, List<TableDeclaration> tables) {

    /**
     * Reads a declaration and checks everything that can be checked without a database.
     *
     * @param expand replaces the parameters of the changelog
     * @throws SpecException with the file, the line and what is wrong
     */
    public static OrgScopeFile parse(String source, String text, UnaryOperator<String> expand) {
        return checked(source, YamlElement.read(source, text, expand));
    }

    /** {@link #parse(String, String, UnaryOperator)} for a command, which does not know the parameters of a changelog. */
    public static OrgScopeFile parse(String source, String text) {
        return checked(source, YamlElement.read(source, text));
    }

    private static OrgScopeFile checked(String source, YamlElement document) {
        OrgScopeFile file = new OrgScopeFileReader(source).read(document);
        file.ordered();
        file.tables().forEach(file::refuseOnlyParents);
        return file;
    }

    /** The organizations with resolved names. */
    public Organizations organizations(String defaultSchema) {
        return new Organizations(new TableName(organizationSchema == null ? defaultSchema : organizationSchema,
                organizationTable), organizationKey, organizationType);
    }

    /** The tables with resolved names. */
    public List<ScopedTable> scopes(String defaultSchema) {
        return tables.stream().map(table -> table.scoped(organizations(defaultSchema), defaultSchema)).toList();
    }

    /**
     * The tables in an order in which each comes after those whose organization its routes read; otherwise as in the
     * file.
     *
     * @throws SpecException if the routes form a circle
     */
    public List<TableDeclaration> ordered() {
        Map<TableName, TableDeclaration> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(""), table));
        Map<TableName, TableDeclaration> done = new LinkedHashMap<>();
        Map<TableName, Set<TableName>> earlier = earlier(byName);
        byName.keySet().forEach(name -> visit(name, byName, earlier, done, new LinkedHashSet<>()));
        return List.copyOf(done.values());
    }

    /**
     * For each table the tables that come before it. A name with a schema may mean the same table as one without. The file does not show it, so such names
     * change the order and never form a circle.
     */
    private Map<TableName, Set<TableName>> earlier(Map<TableName, TableDeclaration> byName) {
        Map<TableName, Set<TableName>> earlier = new HashMap<>();
        byName.forEach((name, table) -> earlier.put(name, reads(table, byName, target -> byName.containsKey(target) ? List.of(target) : List.of())));
        Map<String, List<TableName>> named = byName.keySet().stream().collect(Collectors.groupingBy(TableName::name));
        byName.forEach((name, table) -> reads(table, byName, target -> byName.containsKey(target) ? List.of() : named.getOrDefault(target.name(), List.of())
                .stream().filter(other -> other.schema().isEmpty() != target.schema().isEmpty()).toList())
                .stream().filter(other -> !leadsTo(other, name, earlier)).forEach(other -> earlier.get(name).add(other)));
        return earlier;
    }

    private static boolean leadsTo(TableName from, TableName to, Map<TableName, Set<TableName>> earlier) {
        Set<TableName> seen = new HashSet<>(Set.of(from));
        Deque<TableName> next = new ArrayDeque<>(seen);
        while (!next.isEmpty() && !seen.contains(to)) {
            earlier.get(next.remove()).stream().filter(seen::add).forEach(next::add);
        }
        return seen.contains(to);
    }

    private void visit(TableName name, Map<TableName, TableDeclaration> byName, Map<TableName, Set<TableName>> earlier,
                       Map<TableName, TableDeclaration> done, Set<TableName> way) {
        if (done.containsKey(name)) {
            return;
        }
        TableDeclaration table = byName.get(name);
        if (!way.add(name)) {
            List<String> all = way.stream().map(TableName::name).toList();
            List<String> cycle = new ArrayList<>(all.subList(List.copyOf(way).indexOf(name), all.size()));
            cycle.add(name.name());
            throw new SpecException(source, table.line(), "The routes form a circle: " + String.join(" -> ", cycle)
                    + ". Each needs the organization of the next. Give one of them a route to another table.");
        }
        earlier.get(name).forEach(wanted -> visit(wanted, byName, earlier, done, way));
        way.remove(name);
        done.put(name, table);
    }

    /**
     * The tables whose organization column the routes of a table read.
     *
     * @param meant the tables that a name in a route means. A name without a schema has an empty one
     */
    private Set<TableName> reads(TableDeclaration table, Map<TableName, TableDeclaration> byName, Function<TableName, List<TableName>> meant) {
        Set<TableName> reads = new LinkedHashSet<>();
        for (Route route : table.routes()) {
            if (route instanceof Route.Path path && !selfReferencing(table, path.path())) {
                for (RoutePath.Hop hop : path.path().hops()) {
                    String schema = hop.schema() == null ? table.schema() : hop.schema();
                    meant.apply(new TableName(schema == null ? "" : schema, hop.table())).stream()
                            .filter(other -> hop.reads().contains(byName.get(other).column())).forEach(reads::add);
                }
            }
        }
        return reads;
    }

    /** Whether a path reads the organization of a row's parent in the same table. */
    private boolean selfReferencing(TableDeclaration table, RoutePath path) {
        return table.scoped(organizations(""), "").selfReferencing(path);
    }

    private void refuseOnlyParents(TableDeclaration table) {
        if (table.routes().stream().allMatch(route -> route instanceof Route.Path path && selfReferencing(table, path.path()))) {
            throw new SpecException(source, table.lines().of("route"), "The only route of " + table.table() + " reads the organization of a row's"
                    + " parent in the same table. Rows without a parent get none. Add a route for them.");
        }
    }
}
