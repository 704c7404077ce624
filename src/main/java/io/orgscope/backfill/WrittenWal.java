package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The WAL that the server has written since a certain time, for all sessions.
 *
 * @param start the position at that time
 */
public record WrittenWal(Connection connection, long start) {

    /** An SQL expression for the position to which the WAL is written, in bytes. */
    static final String POSITION = "pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint";

    /** From now on. */
    public static WrittenWal from(Connection connection) throws SQLException {
        return new WrittenWal(connection, position(connection));
    }

    public long bytes() throws SQLException {
        return position(connection) - start;
    }

    private static long position(Connection connection) throws SQLException {
        return Sql.first(connection, 0L, "SELECT " + POSITION, row -> row.getLong(1));
    }
}
