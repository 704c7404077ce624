package io.orgscope.route;

import io.orgscope.postgres.OrgScopeException;

/** A route that cannot be read. */
public class RouteSyntaxException extends OrgScopeException {

    private static final long serialVersionUID = 1L;

    public RouteSyntaxException(String message) {
        super(message);
    }
}
