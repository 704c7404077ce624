package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** The WAL that the server has written since a certain time, for all sessions. */
record WrittenWal(Connection connection, String start) {

    private static final String NOW = "SELECT pg_catalog.pg_current_wal_insert_lsn()::text";

    private static final String SINCE = "SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint";

    static WrittenWal from(Connection connection) throws SQLException {
        return new WrittenWal(connection, Sql.first(connection, null, NOW, row -> row.getString(1)));
    }

    long bytes() throws SQLException {
        return Sql.first(connection, 0L, SINCE, row -> row.getLong(1), start);
    }
}
