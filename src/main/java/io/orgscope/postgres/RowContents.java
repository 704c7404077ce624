package io.orgscope.postgres;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What PostgreSQL tells of a row in the detail of an error: all its columns, or the values of a key. Messages and logs of ours do not show it. */
public final class RowContents {

    /** Data exceptions, broken constraints, and the CHECK OPTION of a view: classes of SQLSTATE. */
    private static final Set<String> CLASSES = Set.of("22", "23", "44");

    /** The driver writes the detail and all that follows it into lines of their own, in every language with two spaces before them. */
    private static final String FURTHER = "\n  ";

    /** A function in the context of the error. What follows may be a statement. */
    private static final Pattern FUNCTION = Pattern.compile("PL/pgSQL function [^\n]+? line \\d+");

    private RowContents() {
    }

    /** Whether it came up in a function: in a trigger, in a default or in a condition. */
    public static boolean inFunction(SQLException failed) {
        String message = failed.getMessage();
        int end = message == null ? -1 : message.indexOf(FURTHER);
        return end >= 0 && FUNCTION.matcher(message.substring(end)).find();
    }

    /** The same failure, with its stack trace and the functions in which it came up, and without the contents of rows. */
    public static SQLException removed(SQLException failed) {
        String message = failed.getMessage();
        int end = message == null ? -1 : message.indexOf(FURTHER);
        String state = failed.getSQLState();
        if (end < 0 || state == null || state.length() < 2 || !CLASSES.contains(state.substring(0, 2))) {
            return failed;
        }
        String functions = FUNCTION.matcher(message.substring(end)).results().map(MatchResult::group).collect(Collectors.joining(", "));
        SQLException shown = new SQLException(message.substring(0, end) + (functions.isEmpty() ? "" : " (" + functions + ")"), state, failed.getErrorCode());
        shown.setStackTrace(failed.getStackTrace());
        for (Throwable suppressed : failed.getSuppressed()) {
            shown.addSuppressed(suppressed instanceof SQLException other ? removed(other) : suppressed);
        }
        return shown;
    }
}
