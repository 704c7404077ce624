package io.orgscope.backfill.throttle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Slows down while a vacuum works on the table. Otherwise the vacuum would never catch up with the backfill. */
public record RunningVacuum(Supplier<Long[]> heaps) implements ThrottleCondition {

    @Override
    public String reason(Connection connection) throws SQLException {
        return RunningCommand.reason(connection, "pg_stat_progress_vacuum", "vacuum", heaps.get());
    }

    @Override
    public boolean stops() {
        return false;
    }
}
