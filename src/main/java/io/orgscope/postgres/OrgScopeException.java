package io.orgscope.postgres;

/** An error that stops the work. Its message is for the user: what is wrong, why, and the next step. */
public class OrgScopeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, why, and the next step */
    public OrgScopeException(String message) {
        super(message);
    }

    /** @param message the same. It has to say everything, because a user may not see the cause */
    public OrgScopeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a statement that failed is the cause. */
    public boolean unanswered() {
        return SqlState.failures(this).findAny().isPresent();
    }
}
