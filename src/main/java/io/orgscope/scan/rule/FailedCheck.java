package io.orgscope.scan.rule;

import io.orgscope.postgres.SqlState;
import io.orgscope.report.Quantity;
import java.sql.SQLException;
import java.time.Duration;

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
        if (SqlState.connectionLost(failed)) {
            throw failed;
        }
        return switch (failed.getSQLState()) {
            case SqlState.QUERY_CANCELED -> "more than " + Quantity.limit(timeout);
            case SqlState.INSUFFICIENT_PRIVILEGE -> "this role may not read every row (" + failed.getMessage() + ")";
            default -> failed.getMessage() + SqlState.inParentheses(failed);
        };
    }
}
