package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * A path with the table and the key of each hop.
 *
 * @param from the columns of the row itself
 * @param hops at least one
 */
record ResolvedPath(Route.Path route, List<String> from, List<Hop> hops) {

    /**
     * @param source   the table as SQL, or a subquery that replaces it while its organization column is not there yet
     * @param unique   whether at most one row of the table has a given key
     * @param collated for each column of the key what follows the value that it is compared with: nothing, or COLLATE with the collation of the column
     */
    record Hop(TableName table, String source, List<String> key, List<String> reads, boolean unique, List<String> collated) {
    }

    /** The name in SQL of the table at a place: h0, h1 and so on. The row itself is before the first. */
    static String alias(int place) {
        return place < 0 ? "t" : "h" + place;
    }

    Hop last() {
        return hops.get(hops.size() - 1);
    }

    /** The table with the columns that lead to the hop at this place. */
    TableName source(int place, ScopedTable scope) {
        return place == 0 ? scope.table() : hops.get(place - 1).table();
    }

    /** The columns that lead to the hop at this place. */
    List<String> columnsTo(int place) {
        return place == 0 ? from : hops.get(place - 1).reads();
    }

    /** Whether a row reaches at most one row. Then several organizations are not possible. */
    boolean unique() {
        return hops.stream().allMatch(Hop::unique);
    }
}
