package io.orgscope.backfill;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens further connections to the same database with the same role, for the workers beyond the first. */
@FunctionalInterface
public interface ConnectionSource {

    /** For callers with only one connection. The backfill then has one worker, and reports it. */
    ConnectionSource NONE = () -> {
        throw new SQLException("There is no way to open a second connection here.");
    };

    /** Opens a connection that the backfill closes. */
    Connection open() throws SQLException;
}
