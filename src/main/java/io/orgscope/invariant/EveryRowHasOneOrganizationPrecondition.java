package io.orgscope.invariant;

import java.util.Set;

/** {@code everyRowHasOneOrganization}: every row finds exactly one organization. */
public final class EveryRowHasOneOrganizationPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("everyRowHasOneOrganization", Severity.CRITICAL, Set.of(When.BEFORE),
            "Rows find no organization, or several.",
            "Give them one where their routes lead, or give the table a further route; then run update again. Nothing was changed.",
            false, new RowQuery("""
            SELECT {key} || CASE WHEN {ambiguous} THEN ' (several organizations)' ELSE ' (no organization)' END AS key
              FROM {rows}
             WHERE {organization} IS NULL AND NOT ({madeLater})
            """));

    public EveryRowHasOneOrganizationPrecondition() {
        super(RULE);
    }
}
