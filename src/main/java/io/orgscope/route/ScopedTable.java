package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table that gets an organization, as declared. The catalog was not read yet.
 *
 * @param column the column for the organization
 * @param routes in their order; empty if only the structure matters
 */
public record ScopedTable(TableName table, String column, Organizations organizations, List<Route> routes) {

    /** The organization column if {@code column:} names none. */
    public static final String DEFAULT_COLUMN = "organization_id";

    /** The schema of the side tables. */
    public static final String KEPT_SCHEMA = "orgscope";

    /** This table if only its structure matters. */
    public ScopedTable withoutRoutes() {
        return new ScopedTable(table, column, organizations, List.of());
    }

    /** Every table that has to be read from the catalog to resolve the routes. */
    public Set<TableName> tables() {
        Set<TableName> all = new LinkedHashSet<>();
        all.add(table);
        all.add(organizations.table());
        all.add(kept());
        all.add(keptBefore());
        for (Route route : routes) {
            if (route instanceof Route.Path path) {
                path.path().hops().forEach(hop -> all.add(target(hop)));
            }
        }
        return all;
    }

    /** The table of a hop. It is in the schema of this table if the hop names no schema. */
    public TableName target(RoutePath.Hop hop) {
        return new TableName(hop.schema() == null ? table.schema() : hop.schema(), hop.table());
    }

    /** Whether a path reads the organization of a row's parent in this same table. */
    public boolean selfReferencing(RoutePath path) {
        return path.hops().size() == 1 && goesThrough(path);
    }

    /** Whether a path reads this table's own organization column. */
    boolean goesThrough(RoutePath path) {
        return path.hops().stream().anyMatch(hop -> target(hop).equals(table) && hop.reads().contains(column));
    }

    /** The side table in which a rollback keeps each row's organization. */
    public TableName kept() {
        String name = table.schema().equals("public") ? table.name() : table.schema() + "." + table.name();
        return new TableName(KEPT_SCHEMA, Identifier.fitting(name));
    }

    /** The name of the side table of a former rollback while a new one is filled. */
    public TableName keptBefore() {
        return new TableName(KEPT_SCHEMA, Identifier.fitting("before " + kept().name()));
    }

    /** The one organization that every row belongs to, if the routes are only that; else null. */
    public Route.Named onlyNamed() {
        return routes.size() == 1 && routes.get(0) instanceof Route.Named named && named.when() == null ? named : null;
    }
}
