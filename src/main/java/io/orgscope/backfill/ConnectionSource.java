package io.orgscope.backfill;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens further connections to the same database with the same role, for the workers beyond the first. */
@FunctionalInterface
public interface ConnectionSource {

    /** For callers that have one connection only: the backfill then has one worker, and says so. */
    ConnectionSource NONE = () -> {
        throw new SQLException("There is no way to open a second connection here.");
    };

    /** A connection of its own, which the backfill closes. */
    Connection open() throws SQLException;
}
