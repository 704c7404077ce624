package io.orgscope.route;

import java.util.Map;

/**
 * One way in which a row may find its organization. A route answers only when all rows that it reaches agree on one
 * organization; none or several is no answer, and the next route is asked.
 */
public sealed interface Route {

    /** An SQL condition on the table's own rows: the route answers only for rows that meet it. Null for all. */
    String when();

    /**
     * A chain of columns from the row to a column that holds its organization.
     *
     * @param path  the chain
     * @param where an SQL condition on the rows of the last table, null for all
     */
    record Path(RoutePath path, String when, String where) implements Route {
    }

    /**
     * One organization for every row, found by the values of a unique key.
     *
     * @param match  column and value, at least one
     * @param create further columns and values for the row to insert when there is none; null when it has to exist
     */
    record Named(Map<String, String> match, Map<String, String> create, String when) implements Route {
    }
}
