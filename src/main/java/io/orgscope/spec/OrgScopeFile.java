package io.orgscope.spec;

import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.ScopedTable;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    /** The same for a command, which does not know the parameters of a changelog. */
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
        byName.keySet().forEach(name -> visit(name, byName, done, new LinkedHashSet<>()));
        return List.copyOf(done.values());
    }

    private void visit(TableName name, Map<TableName, TableDeclaration> byName, Map<TableName, TableDeclaration> done, Set<TableName> way) {
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
        reads(table, byName).forEach(wanted -> visit(wanted, byName, done, way));
        way.remove(name);
        done.put(name, table);
    }

    /** The tables whose organization column the routes of a table read. A name without a schema has an empty one. */
    private Set<TableName> reads(TableDeclaration table, Map<TableName, TableDeclaration> byName) {
        Set<TableName> reads = new LinkedHashSet<>();
        for (Route route : table.routes()) {
            if (route instanceof Route.Path path && !selfReferencing(table, path.path())) {
                for (RoutePath.Hop hop : path.path().hops()) {
                    String schema = hop.schema() == null ? table.schema() : hop.schema();
                    TableName target = new TableName(schema == null ? "" : schema, hop.table());
                    TableDeclaration other = byName.get(target);
                    if (other != null && hop.reads().contains(other.column())) {
                        reads.add(target);
                    }
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
