package io.orgscope.invariant;

import java.util.Set;

/**
 * {@code routesAgree}: if several routes give an organization, they give the same one. It is checked only as a
 * precondition, because the first route that gives one wins.
 */
public final class RoutesAgreePrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("routesAgree", Set.of(),
            "The routes of rows contradict each other.",
            "Put the right route first, or correct the data that the wrong one leads to.",
            false, new RowQuery("""
            SELECT {key} AS key
              FROM {table}
             WHERE (SELECT pg_catalog.count(DISTINCT v.organization) FROM (VALUES {answers}) v(organization)) > 1
            """));

    public RoutesAgreePrecondition() {
        super(RULE);
    }
}
