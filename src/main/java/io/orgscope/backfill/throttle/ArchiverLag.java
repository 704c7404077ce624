package io.orgscope.backfill.throttle;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Waits for the archiver if too many WAL segments wait for it. The number of the last archived segment is in its name,
 * which every role may read. Listing the directory would need more privileges.
 */
public record ArchiverLag(int mostSegments) implements ThrottleCondition {

    private static final String WAITING = """
            SELECT pg_catalog.div(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), '0/0'), size.bytes)::bigint
                   - (('x' || pg_catalog.substr(a.last_archived_wal, 9, 8))::bit(32)::bigint * (4294967296 / size.bytes)
                      + ('x' || pg_catalog.substr(a.last_archived_wal, 17, 8))::bit(32)::bigint) - 1 AS waiting
              FROM pg_catalog.pg_stat_archiver AS a
             CROSS JOIN (SELECT s.setting::bigint AS bytes FROM pg_catalog.pg_settings AS s
                          WHERE s.name = 'wal_segment_size') AS size
             WHERE a.last_archived_wal ~ '^[0-9A-F]{24}$'
               AND pg_catalog.current_setting('archive_mode') <> 'off'
            """;

    @Override
    public String reason(Connection connection) throws SQLException {
        long waiting = Sql.first(connection, 0L, WAITING, row -> row.getLong("waiting"));
        return waiting > mostSegments ? "the archiver, which has " + waiting + " WAL segments to archive" : null;
    }
}
