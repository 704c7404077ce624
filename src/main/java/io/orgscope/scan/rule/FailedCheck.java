package io.orgscope.scan.rule;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** A statement of a check that failed. The report says so, and the other checks go on. */
final class FailedCheck {

    private FailedCheck() {
    }

    /**
     * Why it failed, for a finding.
     *
     * @param timeout of the statement
     * @throws SQLException the error itself, if the connection is lost: then no other check can be made
     */
    static String reason(SQLException failed, Duration timeout) throws SQLException {
        String state = failed.getSQLState();
        if (state == null || state.startsWith("08")) {
            throw failed;
        }
        return switch (state) {
            case "57014" -> String.format(Locale.ROOT, "more than %.1f s", timeout.toMillis() / 1000.0);
            case "42501" -> "this role may not read every row (" + failed.getMessage() + ")";
            default -> failed.getMessage() + " (SQLSTATE " + state + ")";
        };
    }
}
