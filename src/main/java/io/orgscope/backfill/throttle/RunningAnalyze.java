package io.orgscope.backfill.throttle;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Looks for an ANALYZE of the table. The backfill itself causes one when it has changed a tenth of the table. ANALYZE
 * takes seconds and holds a snapshot all the time. Until it ends, updates would not be HOT.
 */
public record RunningAnalyze(Supplier<Long[]> heaps) implements ThrottleCondition {

    private static final String AT_WORK = """
            SELECT a.pid FROM pg_catalog.pg_stat_progress_analyze AS a
             WHERE a.relid::bigint = ANY (?) AND a.datname = pg_catalog.current_database()
             LIMIT 1
            """;

    @Override
    public String reason(Connection connection) throws SQLException {
        return Sql.first(connection, null, AT_WORK, row -> "the ANALYZE of the table by pid " + row.getInt("pid"), (Object) heaps.get());
    }

    @Override
    public boolean blocksPruning() {
        return true;
    }
}
