package io.orgscope.backfill;

import io.orgscope.postgres.Blockers;
import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports snapshots of other sessions that prevent HOT updates. As long as such a snapshot is held, PostgreSQL prunes
 * no row version that it could see. So no page gets space for a new one.
 *
 * @param age          the age from which a snapshot is reported
 * @param ofAutovacuum the same for an ANALYZE of autovacuum. It ends by itself, and the next one has another pid
 * @param ours         the backends of this backfill
 * @param told         the holders that were reported already
 */
record Snapshots(Duration age, Duration ofAutovacuum, Integer[] ours, Set<String> told) {

    static final Duration AGE_OF_AUTOVACUUM = Duration.ofMinutes(1);

    /**
     * Standbys and slots have no start time of a transaction. An age of a thousand transactions is used instead of some
     * seconds. The walsender of a standby has no database. If it is terminated, the standby starts another one with the same snapshot.
     */
    private static final int TRANSACTIONS = 1000;

    private static final String HOLDERS = """
            SELECT 'session ' || a.pid AS who,
                   pg_catalog.format('%s, for %s s', coalesce(nullif(a.application_name, ''), a.usename::text, a.backend_type),
                     coalesce(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::bigint::text, '?')) AS what,
                   pg_catalog.left(a.query, 400) AS query,
                   CASE WHEN a.backend_type = 'walsender' AND a.datname IS NULL THEN 'end the long query on the standby'
                        ELSE pg_catalog.format('SELECT pg_terminate_backend(%s)', a.pid) END AS remedy
              FROM pg_catalog.pg_stat_activity AS a
             WHERE a.backend_xmin IS NOT NULL AND a.pid <> ALL (?)
               AND (a.datname = pg_catalog.current_database()
                      AND a.xact_start < pg_catalog.clock_timestamp()
                            - CASE a.backend_type WHEN 'autovacuum worker' THEN ?::bigint ELSE ?::bigint END * interval '1 ms'
                      AND a.query !~* '^(autovacuum: )?vacuum'
                    OR a.backend_type = 'walsender' AND pg_catalog.age(a.backend_xmin) > ?)
            UNION ALL
            SELECT 'prepared transaction ' || p.gid, 'since ' || p.prepared, NULL, pg_catalog.format('ROLLBACK PREPARED %L', p.gid)
              FROM pg_catalog.pg_prepared_xacts AS p
             WHERE p.database = pg_catalog.current_database()
               AND p.prepared < pg_catalog.clock_timestamp() - ?::bigint * interval '1 ms'
            UNION ALL
            SELECT 'replication slot ' || s.slot_name, 'of a standby with hot_standby_feedback', NULL, 'end the long query on the standby'
              FROM pg_catalog.pg_replication_slots AS s
             WHERE s.xmin IS NOT NULL AND pg_catalog.age(s.xmin) > ?
            """;

    Snapshots(Duration age, Duration ofAutovacuum, Integer[] ours) {
        this(age, ofAutovacuum, ours, new HashSet<>());
    }

    /** Reports each holder once. */
    void tell(Connection connection, BackfillStatistics statistics) throws SQLException {
        List<String[]> holders = Sql.list(connection, HOLDERS,
                row -> new String[] {row.getString("who"), row.getString("what") + query(row.getString("query")), row.getString("remedy")},
                ours, ofAutovacuum.toMillis(), age.toMillis(), TRANSACTIONS, age.toMillis(), TRANSACTIONS);
        for (String[] holder : holders) {
            if (told.add(holder[0])) {
                statistics.notice("An old snapshot is held by " + holder[0] + " (" + holder[1] + "). Until it ends, PostgreSQL cannot reuse the space"
                        + " of old row versions: the backfill runs at about half its speed, and the table and its indexes grow as with one plain"
                        + " UPDATE. Wait for it, or end it: " + holder[2] + ".");
            }
        }
    }

    private static String query(String query) {
        return query == null || query.isBlank() ? "" : ": " + Blockers.masked(query);
    }
}
