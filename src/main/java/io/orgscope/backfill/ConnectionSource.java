package io.orgscope.backfill;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens further connections to the same database with the same role, for the workers beyond the first. */
@FunctionalInterface
public interface ConnectionSource {

    /** For a backfill with one worker. */
    ConnectionSource NONE = () -> {
        throw new IllegalStateException("One worker needs no further connection");
    };

    /** Opens a connection that the backfill closes. */
    Connection open() throws SQLException;
}
