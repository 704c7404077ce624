package io.orgscope.invariant;

import java.util.Set;

/** {@code everyRowHasOneOrganization}: every row finds exactly one organization. */
public final class EveryRowHasOneOrganizationPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("everyRowHasOneOrganization", Set.of(When.BEFORE),
            "Rows find no organization, or several.",
            "Correct the rows that their routes lead to, or add a route to the table; then run update again. Nothing was changed.",
            false, new RowQuery("""
            SELECT {key} || CASE WHEN {ambiguous} THEN ' (several organizations)' ELSE ' (no organization)' END AS key
              FROM {rows}
             WHERE {organization} IS NULL AND NOT ({organizationIsCreated})
            """));

    public EveryRowHasOneOrganizationPrecondition() {
        super(RULE);
    }
}
