package io.orgscope.postgres;

import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL tells of a row in the detail of an error: all its columns, or the values of a key. Messages and logs of ours do not show it. */
public final class RowContents {

    /** Data exceptions, broken constraints, and the CHECK OPTION of a view: classes of SQLSTATE. */
    private static final Set<String> CLASSES = Set.of("22", "23", "44");

    /** The driver writes the detail and all that follows it into lines of their own, in every language with two spaces before them. */
    private static final String FURTHER = "\n  ";

    private RowContents() {
    }

    /** The same failure, with its stack trace and without the contents of rows. */
    public static SQLException removed(SQLException failed) {
        String message = failed.getMessage();
        int end = message == null ? -1 : message.indexOf(FURTHER);
        String state = failed.getSQLState();
        if (end < 0 || state == null || state.length() < 2 || !CLASSES.contains(state.substring(0, 2))) {
            return failed;
        }
        SQLException shown = new SQLException(message.substring(0, end), state, failed.getErrorCode());
        shown.setStackTrace(failed.getStackTrace());
        for (Throwable suppressed : failed.getSuppressed()) {
            shown.addSuppressed(suppressed instanceof SQLException other ? removed(other) : suppressed);
        }
        return shown;
    }
}
