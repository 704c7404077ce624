package io.orgscope.backfill.throttle;

import java.sql.Connection;
import java.sql.SQLException;

/** A condition on the server for which the backfill waits or slows down. */
public interface ThrottleCondition {

    /** What the backfill waits for, as text for the user; null to continue. */
    String reason(Connection connection) throws SQLException;

    /**
     * Whether the condition means a snapshot that prevents pruning. Then only first passes are useful, because they
     * need no free space. It is checked often: if it is found too late, rows move to other pages without need.
     */
    default boolean blocksPruning() {
        return false;
    }

    /** Whether the backfill stops for it or only slows down. It is not called for a condition that prevents pruning. */
    default boolean stops() {
        return true;
    }
}
