package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table that the routes read. If one of its rows changes, rows of the scoped table may get another organization.
 *
 * @param table                  the table. It is the scoped table itself if a route reads a row's parent there
 * @param columns                the columns that the routes read. An UPDATE of other columns changes no organization
 * @param places                 each place on a route where the table is read
 * @param insertsAndDeletesCount whether an INSERT or a DELETE can change an organization. False if a foreign key makes sure
 *                               that a row of the scoped table always has its parent
 */
public record RouteParent(TableName table, Set<String> columns, List<Place> places, boolean insertsAndDeletesCount) {

    /** The condition under which an INSERT searches for rows below the new one in the same table. Null if it does not. */
    public String foundBelow() {
        return insertsAndDeletesCount ? places.stream().filter(Place::selfReference).map(Place::found).filter(Objects::nonNull).findFirst().orElse(null) : null;
    }

    /** Whether an UPDATE locks rows before it changes them. */
    public boolean locks() {
        return places.stream().anyMatch(place -> !place.locks().isEmpty());
    }

    /** {@link #locks} for an INSERT and a DELETE. */
    public boolean locksRows() {
        return insertsAndDeletesCount && places.stream().anyMatch(place -> !place.locks().isEmpty() && place.always());
    }

    /**
     * One place on a route where the table is read. In its SQL, {@code OLD} and {@code NEW} are the row before and
     * after the change, as in a trigger on the table.
     *
     * @param rows   a condition on the rows {@code t} of the scoped table that reach the changed row
     * @param locks  queries with FOR UPDATE. They make readers of the row's organization wait, and lock what the row
     *               led to. Empty if nothing can be locked
     * @param always whether an INSERT and a DELETE take the locks too, not only an UPDATE
     * @param writerXids a query of transaction numbers. A transaction that wrote a row that reaches the changed one
     *               left its number there
     * @param before the organization that the earlier routes give a row {@code t}. If there is one, the change does not
     *               concern the row. Null if there are none
     * @param others queries with FOR KEY SHARE. They lock what the other routes of those rows read
     * @param later  the same for the later routes, and only for rows to which the routes up to this one give nothing now
     * @param selfReference whether the organization is read from rows of the scoped table itself
     * @param found  a condition under which an INSERT or a DELETE searches for those rows: an index can find them. Null
     *               for always
     */
    public record Place(String rows, List<String> locks, boolean always, String writerXids, String before, List<String> others, List<String> later,
                        boolean selfReference, String found) {

        /**
         * This place for its rows and those of a later route that reaches the changed row in the same way and reads other columns of it or has another
         * condition. This one has fewer routes before it and more after it, so it includes the other one.
         */
        public Place with(Place same) {
            return new Place(rows, locks, always, writerXids, before, Stream.concat(others.stream(), same.others.stream()).distinct().toList(), later,
                    selfReference, found);
        }
    }
}
