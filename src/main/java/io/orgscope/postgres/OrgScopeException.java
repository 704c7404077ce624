package io.orgscope.postgres;

/**
 * Something that stops the work, said for the person who has to act: the hazard, why it is one, and the next step.
 */
public class OrgScopeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrgScopeException(String message) {
        super(message);
    }

    public OrgScopeException(String message, Throwable cause) {
        super(message, cause);
    }
}
