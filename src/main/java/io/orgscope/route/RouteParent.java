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
     * @param lock    the query that keeps out who reads the row's answer, FOR UPDATE; null where nothing can be locked
     * @param always  whether the lock is taken for INSERT and DELETE too, not only for UPDATE
     * @param answer  what the row before the change gives to those who reach it; null where several rows have to agree
     * @param climbs  whether the scoped table's own rows are asked for their organization
     * @param found   a condition under which those rows are looked for after INSERT and DELETE too: that an index finds
     *                them; null for always
     */
    public record Place(String rows, String lock, boolean always, String answer, boolean climbs, String found) {
    }
}
