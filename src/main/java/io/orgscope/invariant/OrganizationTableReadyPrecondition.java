package io.orgscope.invariant;

import java.util.Set;

/** {@code organizationTableReady}: the organizations table exists, has a usable key, and is not empty while the scoped table has rows. */
public final class OrganizationTableReadyPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("organizationTableReady", Set.of(When.BEFORE),
            "The organizations cannot be referenced.",
            "Correct 'organizations:' in the declaration, or insert the first organization; then run update again.",
            Structure::organizationTable);

    public OrganizationTableReadyPrecondition() {
        super(RULE);
    }
}
