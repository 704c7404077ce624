package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Set;

/**
 * A table whose rows the routes read. When one of its rows changes, the answer of rows of the scoped table may change.
 *
 * @param table   the table; the scoped table itself where a row asks its parent
 * @param columns the columns that the routes read of it: an UPDATE of other columns moves nothing
 * @param places  each place on a route where the table is read
 * @param come    whether rows that are inserted or deleted can change an answer; false where a foreign key says that a
 *                row of the scoped table cannot be there without its parent
 */
public record RouteParent(TableName table, Set<String> columns, List<Place> places, boolean come) {

    /**
     * One place on a route where the table is read. In its SQL, {@code OLD} and {@code NEW} are the row before and after
     * the change, as in a trigger on the table.
     *
     * @param rows    a condition on the rows {@code t} of the scoped table that reach the changed row
     * @param locks   the queries that keep out who reads the row's answer, FOR UPDATE, and hold what the row led to; empty
     *                where nothing can be locked
     * @param always  whether the locks are taken for INSERT and DELETE too, not only for UPDATE
     * @param traces  a query of transaction numbers: whoever wrote a row that reaches the changed one left its number there
     * @param climbs  whether the scoped table's own rows are asked for their organization
     * @param found   a condition under which those rows are looked for after INSERT and DELETE too: that an index finds
     *                them; null for always
     */
    public record Place(String rows, List<String> locks, boolean always, String traces, boolean climbs, String found) {
    }
}
