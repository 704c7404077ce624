package io.orgscope.postgres;

import java.sql.SQLException;

/** An error that stops the work. Its message is for the user: what is wrong, why, and the next step. */
public class OrgScopeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrgScopeException(String message) {
        super(message);
    }

    public OrgScopeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a statement that failed is the cause. */
    public boolean unanswered() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
