package io.orgscope.invariant;

import java.util.Set;

/** {@code noRowWithoutOrganization}: no row is without an organization. */
public final class NoRowWithoutOrganizationPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("noRowWithoutOrganization", Set.of(When.AFTER),
            "Rows have no organization.",
            "Run update again. If that does not help, their routes give none: correct the rows that the routes lead to, or add a route to the table.",
            true, new RowQuery("""
            SELECT {key} AS key FROM {table} WHERE {nullable} AND {stored} IS NULL
            """));

    public NoRowWithoutOrganizationPrecondition() {
        super(RULE);
    }
}
