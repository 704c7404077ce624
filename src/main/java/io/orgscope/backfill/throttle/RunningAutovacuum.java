package io.orgscope.backfill.throttle;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Slows down while a vacuum works on the table. Otherwise the vacuum would never catch up with the backfill. */
public record RunningAutovacuum(Supplier<Long[]> heaps) implements ThrottleCondition {

    private static final String AT_WORK = """
            SELECT v.pid FROM pg_catalog.pg_stat_progress_vacuum AS v
             WHERE v.relid::bigint = ANY (?) AND v.datname = pg_catalog.current_database()
             LIMIT 1
            """;

    @Override
    public String reason(Connection connection) throws SQLException {
        return Sql.first(connection, null, AT_WORK, row -> "the vacuum of the table by pid " + row.getInt("pid"), (Object) heaps.get());
    }

    @Override
    public boolean stops() {
        return false;
    }
}
