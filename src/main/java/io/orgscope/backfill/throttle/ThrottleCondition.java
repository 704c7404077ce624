package io.orgscope.backfill.throttle;

import java.sql.Connection;
import java.sql.SQLException;

/** A condition on the server for which the backfill waits or slows down. */
public interface ThrottleCondition {

    /** What to wait for, said for people; null to go on. */
    String reason(Connection connection) throws SQLException;

    /**
     * Whether it holds a snapshot while it lasts, so that nothing can be pruned: then only first passes make sense,
     * which need no room. It is looked at often, because what comes too late moves rows that could have stayed.
     */
    default boolean blocksPruning() {
        return false;
    }

    /** Whether the backfill stands still for it, or only slows down; not asked of one that keeps versions. */
    default boolean stops() {
        return true;
    }
}
