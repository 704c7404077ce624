package io.orgscope.route;

import io.orgscope.postgres.Literal;
import java.util.Map;

/**
 * One way in which a row finds its organization. A route gives an organization only if all rows that it reaches agree
 * on one. If they name none or several, the route gives none, and the next route is used.
 */
public sealed interface Route {

    /**
     * An SQL condition on the table's own rows. The route gives an organization only for rows that meet it. Null for
     * all rows.
     */
    String when();

    /**
     * A chain of columns from the row to a column that holds its organization.
     *
     * @param path  the chain
     * @param where an SQL condition on the rows of the last table, null for all
     */
    record Path(RoutePath path, String when, String where) implements Route {

        public Path {
            when = Literal.portable(when);
            where = Literal.portable(where);
        }
    }

    /**
     * One organization for every row. It is found by the values of a unique key.
     *
     * @param match  columns and values, at least one
     * @param create further columns and values of the row to insert if the organization does not exist; null if it has
     *               to exist
     */
    record Named(Map<String, String> match, Map<String, String> create, String when) implements Route {

        public Named {
            when = Literal.portable(when);
        }
    }
}
