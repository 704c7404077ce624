package io.orgscope.postgres;

import java.sql.SQLException;

/**
 * The query that failed. It is a suppressed exception of the {@link SQLException}, so that a log with the stack trace shows
 * it. Values are bound and not part of it.
 */
final class FailedQuery extends Exception {

    private static final long serialVersionUID = 1L;

    private FailedQuery(String sql) {
        super(sql, null, false, false);
    }

    /** The same failure; it names the query, and no contents of rows. */
    static SQLException in(SQLException failed, String sql) {
        SQLException shown = RowContents.removed(failed);
        shown.addSuppressed(new FailedQuery(sql));
        return shown;
    }
}
