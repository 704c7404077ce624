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

    /** A function in the context of the error, in most languages of the server. What follows may be a statement. An assignment is one too. */
    private static final Pattern FUNCTION = Pattern.compile("PL/pgSQL[^\n=]*?(?:\\)|inline_code_block)[^\n=]*?\\d+");

    /** The statement with which the action of a foreign key failed, if it is all of the context. */
    private static final Pattern ACTION = Pattern.compile("(?:[^\n]*\\b(?:UPDATE|DELETE FROM) ONLY \"[^\n]*(?:\n|\\z))+");

    private static final String VALUE = "(?:NULL|'[^']*+(?:''[^']*+)*+')";

    /**
     * The parameters of the statement, which the server writes below the context if log_parameter_max_length_on_error is set. The words
     * before them depend on the language of the server. They may have several lines, and they are values of a row too.
     */
    private static final Pattern PARAMETERS = Pattern.compile("(?:\\A|\n)[^\n]*?\\$1 = " + VALUE + "(?:, \\$\\d+ = " + VALUE + ")*+[^\n'\"]*\\z");

    private RowContents() {
    }

    /**
     * Whether it came up in a function: in a trigger, in a default or in a condition. The words of the context depend on the
     * language of the server. So every context counts, except that of a foreign key's action.
     */
    public static boolean inFunction(SQLException failed) {
        String context = context(failed);
        return !context.isEmpty() && !ACTION.matcher(context).matches();
    }

    /**
     * What the server calls the context and the driver "where", without the parameters of the statement. The driver's message has it too, but there it cannot be told
     * from the contents of rows.
     */
    private static String context(SQLException failed) {
        return PARAMETERS.matcher(ServerError.part(failed, "getWhere")).replaceFirst("");
    }

    /** The failure with its stack trace and the functions in which it came up, and without the contents of rows. */
    public static SQLException removed(SQLException failed) {
        String message = failed.getMessage();
        int end = message == null ? -1 : message.indexOf(FURTHER);
        String state = failed.getSQLState();
        if (end < 0 || state == null || state.length() < 2 || !CLASSES.contains(state.substring(0, 2))) {
            return failed;
        }
        String functions = FUNCTION.matcher(context(failed)).results().map(MatchResult::group).collect(Collectors.joining(", "));
        SQLException shown = new SQLException(message.substring(0, end) + (functions.isEmpty() ? "" : " (" + functions + ")"), state, failed.getErrorCode());
        shown.setStackTrace(failed.getStackTrace());
        for (Throwable suppressed : failed.getSuppressed()) {
            shown.addSuppressed(suppressed instanceof SQLException other ? removed(other) : suppressed);
        }
        return shown;
    }
}
