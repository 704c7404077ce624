package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * A path whose every hop has its table and key.
 *
 * @param from the columns of the row itself
 * @param hops at least one
 */
record ResolvedPath(Route.Path route, List<String> from, List<Hop> hops) {

    /**
     * @param source the table as SQL, or what stands for it while its organization column is not there yet
     * @param unique whether at most one row of the table has the key
     */
    record Hop(TableName table, String source, List<String> key, List<String> reads, boolean unique) {
    }

    /** Whether a row reaches at most one row, so that there is nothing to agree on. */
    boolean unique() {
        return hops.stream().allMatch(Hop::unique);
    }
}
