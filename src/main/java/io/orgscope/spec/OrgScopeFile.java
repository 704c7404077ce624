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
 * A {@code *.orgscope.yaml}: which tables are to have their organization, and how each row finds it.
 *
 * @param source             the file, for messages
 * @param organizationsLine  where the organizations are declared, or would be
 * @param organizationSchema null for the database's default schema
 * @param organizationType   the key's type as SQL where it is declared, for scripts written without a database
 * @param tables             as they stand in the file
 */
public record OrgScopeFile(String source, int organizationsLine, String organizationSchema, String organizationTable, String organizationKey,
                           String organizationType, String column, List<TableDeclaration> tables) {

    /**
     * Reads a declaration and checks all that can be checked without a database.
     *
     * @param expand replaces the changelog's parameters
     * @throws SpecException with file, line and what was meant
     */
    public static OrgScopeFile parse(String source, String text, UnaryOperator<String> expand) {
        OrgScopeFile file = new OrgScopeFileReader(source).read(YamlElement.read(source, text, expand));
        file.ordered();
        file.tables().forEach(file::refuseOnlyParents);
        return file;
    }

    /** Reads a declaration without parameters. */
    public static OrgScopeFile parse(String source, String text) {
        return parse(source, text, UnaryOperator.identity());
    }

    public Organizations organizations(String defaultSchema) {
        return new Organizations(new TableName(organizationSchema == null ? defaultSchema : organizationSchema,
                organizationTable), organizationKey, organizationType);
    }

    /** The tables as the engines want them. */
    public List<ScopedTable> scopes(String defaultSchema) {
        return tables.stream().map(table -> table.scoped(organizations(defaultSchema), defaultSchema)).toList();
    }

    /**
     * The tables in an order in which each comes after those that its routes read the organization of; otherwise as in
     * the file.
     *
     * @throws SpecException when there is none, with the cycle
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
            throw new SpecException(source, table.line(), "The routes go in a circle: " + String.join(" -> ", cycle)
                    + ". Each waits for the organization of the next. Give one of them a route that ends elsewhere.");
        }
        reads(table, byName).forEach(wanted -> visit(wanted, byName, done, way));
        way.remove(name);
        done.put(name, table);
    }

    /** The tables whose organization column a table's routes read, as names with an empty default schema. */
    private Set<TableName> reads(TableDeclaration table, Map<TableName, TableDeclaration> byName) {
        Set<TableName> reads = new LinkedHashSet<>();
        for (Route route : table.routes()) {
            if (route instanceof Route.Path path && !climbs(table, path.path())) {
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

    /** Whether a path asks a parent in the same table. */
    private boolean climbs(TableDeclaration table, RoutePath path) {
        return table.scoped(organizations(""), "").climbs(path);
    }

    private void refuseOnlyParents(TableDeclaration table) {
        if (table.routes().stream().allMatch(route -> route instanceof Route.Path path && climbs(table, path.path()))) {
            throw new SpecException(source, table.lines().of("route"), "The only route of " + table.table() + " asks a row's parent in the"
                    + " same table, and a row without a parent has nobody to ask. Add a route for those.");
        }
    }
}
