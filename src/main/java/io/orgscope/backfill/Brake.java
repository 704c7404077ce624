package io.orgscope.backfill;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that the backfill must not outrun. */
interface Brake {

    /** What to wait for, said for people; null to go on. */
    String reason(Connection connection) throws SQLException;

    /** Whether every batch that comes before the brake is seen costs something that does not come back. */
    default boolean urgent() {
        return false;
    }

    /** Whether the backfill stands still for it, or only slows down. */
    default boolean stops() {
        return true;
    }
}
