package io.orgscope.backfill.throttle;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** Waits for a standby that has fallen behind. */
public record ReplicationLag(long mostBytes) implements ThrottleCondition {

    private static final String BEHIND = """
            SELECT coalesce(nullif(r.application_name, ''), r.pid::text) AS standby,
                   pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn)::bigint AS bytes
              FROM pg_catalog.pg_stat_replication AS r
             WHERE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), r.replay_lsn) > ?
             ORDER BY 2 DESC LIMIT 1
            """;

    @Override
    public String reason(Connection connection) throws SQLException {
        return Sql.first(connection, null, BEHIND, row -> "standby " + row.getString("standby") + ", which is "
                + (row.getLong("bytes") >> 20) + " MB behind", mostBytes);
    }
}
