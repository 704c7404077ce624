package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table that is to have its organization, as declared: nothing here was looked up.
 *
 * @param column the column for the organization
 * @param routes asked in order; empty where only structure matters
 */
public record ScopedTable(TableName table, String column, Organizations organizations, List<Route> routes) {

    public static final String DEFAULT_COLUMN = "organization_id";

    /** The schema that holds what we keep aside: no table of the user's. */
    public static final String KEPT_SCHEMA = "orgscope";

    /** Every table that has to be looked at to resolve the routes. */
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

    /** The table that a hop leads to: in the schema of this table unless it says otherwise. */
    public TableName target(RoutePath.Hop hop) {
        return new TableName(hop.schema() == null ? table.schema() : hop.schema(), hop.table());
    }

    /** Whether a path reads the organization of a row's parent in this same table, which has it from its own parent. */
    public boolean climbs(RoutePath path) {
        return path.hops().size() == 1 && goesThrough(path);
    }

    /** Whether a path reads this table's own organization column. */
    boolean goesThrough(RoutePath path) {
        return path.hops().stream().anyMatch(hop -> target(hop).equals(table) && hop.reads().contains(column));
    }

    /** Where a downgrade keeps each row's organization. */
    public TableName kept() {
        String name = table.schema().equals("public") ? table.name() : table.schema() + "." + table.name();
        return new TableName(KEPT_SCHEMA, Identifier.fitting(name));
    }

    /** Where a side table of a former downgrade is set aside while a new one is filled. */
    public TableName keptBefore() {
        return new TableName(KEPT_SCHEMA, Identifier.fitting("before " + kept().name()));
    }

    /** The one organization that every row belongs to, when that is all that the routes say; else null. */
    public Route.Named onlyNamed() {
        return routes.size() == 1 && routes.get(0) instanceof Route.Named named && named.when() == null ? named : null;
    }
}
