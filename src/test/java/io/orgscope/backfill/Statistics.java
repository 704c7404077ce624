package io.orgscope.backfill;

import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.sql.SQLException;
import java.util.List;

/** What the server counted about a table. */
record Statistics(long updates, long hot) {

    long hotPercent() {
        return 100 * hot / Math.max(1, updates);
    }

    /** The updates of a table, once the server has heard of that many: backends report theirs a little later. */
    static Statistics updates(TestDatabase database, String table, long atLeast) throws Exception {
        Waiting.until("the server counts " + atLeast + " updates of " + table, () -> of(database, table).updates >= atLeast);
        return of(database, table);
    }

    private static Statistics of(TestDatabase database, String table) throws SQLException {
        List<Long> counts = database.longs("SELECT unnest(ARRAY[n_tup_upd, n_tup_hot_upd]) FROM pg_stat_user_tables WHERE relname = ?", table);
        return new Statistics(counts.get(0), counts.get(1));
    }
}
