package io.orgscope.invariant;

import java.util.Set;

/** {@code noRowWithoutOrganization}: no row is without an organization. */
public final class NoRowWithoutOrganizationPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("noRowWithoutOrganization", Severity.CRITICAL, Set.of(When.AFTER),
            "Rows have no organization.",
            "Run update again; where it does not help, the rows' routes give none: give them one, or give the table a further route.",
            true, new RowQuery("""
            SELECT {key} AS key
              FROM {table}
             WHERE {nullable} AND {stored} IS NULL
            """));

    public NoRowWithoutOrganizationPrecondition() {
        super(RULE);
    }
}
