package io.orgscope.backfill.throttle;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Waits for a standby that has fallen behind, as long as it comes nearer. A standby with recovery_min_apply_delay, a
 * paused replay, or a logical consumer that confirms nothing may never come nearer. The backfill goes on without these.
 */
public final class ReplicationLag implements ThrottleCondition {

    private static final String BEHIND = """
            SELECT r.pid, coalesce(nullif(r.application_name, ''), r.pid::text) AS standby,
                   pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn)::bigint AS bytes
              FROM pg_catalog.pg_stat_replication AS r
             WHERE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn) > ?
             ORDER BY 3 DESC
            """;

    private final long mostBytes;
    private final Duration patience;
    private final Consumer<String> notices;
    private final Map<Integer, Nearest> nearest = new HashMap<>();
    private final Set<Integer> leftOut = new HashSet<>();

    /**
     * @param mostBytes a standby may be that many bytes of WAL behind
     * @param patience how long to wait for a standby that does not come nearer
     * @param notices gets a text for each standby that the backfill does not wait for any more
     */
    public ReplicationLag(long mostBytes, Duration patience, Consumer<String> notices) {
        this.mostBytes = mostBytes;
        this.patience = patience;
        this.notices = notices;
    }

    @Override
    public String reason(Connection connection) throws SQLException {
        List<Standby> behind = Sql.list(connection, BEHIND, row -> new Standby(row.getInt("pid"), row.getString("standby"), row.getLong("bytes")), mostBytes);
        nearest.keySet().retainAll(behind.stream().map(Standby::pid).toList());
        String reason = null;
        for (Standby standby : behind) {
            if (!leftOut.contains(standby.pid()) && comesNearer(standby) && reason == null) {
                reason = standby.toString();
            }
        }
        return reason;
    }

    private boolean comesNearer(Standby standby) {
        long now = System.nanoTime();
        Nearest before = nearest.get(standby.pid());
        if (before == null || standby.bytes() < before.bytes()) {
            nearest.put(standby.pid(), new Nearest(standby.bytes(), now));
        } else if (now - before.at() >= patience.toNanos()) {
            leftOut.add(standby.pid());
            notices.accept("The backfill does not wait any more for " + standby + ": its replay has not caught up at all for " + patience.toSeconds()
                    + " s. If it has to follow, stop the run, look at its replay (recovery_min_apply_delay, pg_wal_replay_resume()), then run update again.");
            return false;
        }
        return true;
    }

    /** The least distance of a standby while it was behind, and since when (System.nanoTime). */
    private record Nearest(long bytes, long at) {
    }

    private record Standby(int pid, String name, long bytes) {

        @Override
        public String toString() {
            return "standby " + name + ", which is " + (bytes >> 20) + " MB behind";
        }
    }
}
