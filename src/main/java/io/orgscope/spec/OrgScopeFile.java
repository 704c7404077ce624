package io.orgscope.spec;

import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
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

    /**
     * The tables in an order in which each comes after those that its routes read the organization of; otherwise as in
     * the file.
     *
     * @throws SpecException when there is none, with the cycle
     */
    public List<TableDeclaration> ordered() {
        Map<TableName, TableDeclaration> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(""), table));
        Set<TableDeclaration> done = new LinkedHashSet<>();
        for (TableDeclaration table : tables) {
            visit(table, byName, done, new ArrayList<>());
        }
        return List.copyOf(done);
    }

    private void visit(TableDeclaration table, Map<TableName, TableDeclaration> byName, Set<TableDeclaration> done,
                       List<TableDeclaration> way) {
        if (done.contains(table)) {
            return;
        }
        if (way.contains(table)) {
            List<String> cycle = new ArrayList<>(way.subList(way.indexOf(table), way.size()).stream()
                    .map(TableDeclaration::table).toList());
            cycle.add(table.table());
            throw new SpecException(source, table.line(), "The routes go in a circle: " + String.join(" -> ", cycle)
                    + ". Each waits for the organization of the next. Give one of them a route that ends elsewhere.");
        }
        way.add(table);
        for (TableName wanted : reads(table)) {
            TableDeclaration earlier = byName.get(wanted);
            if (earlier != null) {
                visit(earlier, byName, done, way);
            }
        }
        way.remove(table);
        done.add(table);
    }

    /** The tables whose organization column a table's routes read, as names with an empty default schema. */
    private Set<TableName> reads(TableDeclaration table) {
        Set<TableName> reads = new LinkedHashSet<>();
        for (Route route : table.routes()) {
            if (route instanceof Route.Path path) {
                for (RoutePath.Hop hop : path.path().hops()) {
                    String schema = hop.schema() == null ? table.schema() : hop.schema();
                    TableName target = new TableName(schema == null ? "" : schema, hop.table());
                    tables.stream().filter(other -> other.name("").equals(target) && hop.reads().contains(other.column()))
                            .filter(other -> other != table || !climbs(table, path.path()))
                            .forEach(other -> reads.add(target));
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
