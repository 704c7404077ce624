package io.orgscope.spec;

import io.orgscope.postgres.OrgScopeException;

/** An error in a declaration, with its file and line. */
public class SpecException extends OrgScopeException {

    private static final long serialVersionUID = 1L;

    /** @param line counted from 1; 0 for the whole file */
    public SpecException(String source, int line, String message) {
        super(source + (line > 0 ? ":" + line : "") + ": " + message);
    }
}
