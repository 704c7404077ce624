package io.orgscope.backfill.throttle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Looks for an ANALYZE of the table. The backfill itself causes one when it has changed a tenth of the table. ANALYZE
 * takes seconds and holds a snapshot all the time. Until it ends, updates would not be HOT.
 */
public record RunningAnalyze(Supplier<Long[]> heaps) implements ThrottleCondition {

    @Override
    public String reason(Connection connection) throws SQLException {
        return RunningCommand.reason(connection, "pg_stat_progress_analyze", "ANALYZE", heaps.get());
    }

    @Override
    public boolean blocksPruning() {
        return true;
    }
}
