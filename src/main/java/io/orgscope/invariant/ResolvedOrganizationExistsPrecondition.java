package io.orgscope.invariant;

import java.util.Set;

/** {@code resolvedOrganizationExists}: the organization that a row finds exists. */
public final class ResolvedOrganizationExistsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("resolvedOrganizationExists", Set.of(When.BEFORE),
            "Rows find an organization that does not exist: the column in which their route ends has no foreign key.",
            "Correct the value in that column, or insert the organization; then run update again. Nothing was changed.",
            false, new RowQuery("""
            SELECT {key} AS key
              FROM {rows} CROSS JOIN LATERAL (SELECT {organization} AS organization OFFSET 0) found
             WHERE NOT {guarded} AND found.organization IS NOT NULL
               AND NOT EXISTS (SELECT FROM {organizations} o WHERE o.{organizationsKey} = found.organization)
            """));

    public ResolvedOrganizationExistsPrecondition() {
        super(RULE);
    }
}
