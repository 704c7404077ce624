package io.orgscope.invariant;

import java.util.Set;

/** {@code organizationTableReady}: the organizations table exists, has a usable key, and is not empty while the scoped table has rows. */
public final class OrganizationTableReadyPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("organizationTableReady", Set.of(When.BEFORE),
            "The organizations cannot be referenced.",
            "Correct 'organizations:' in the declaration, or insert the first organization; then run update again.",
            FunctionInvariant.each(Structure::organizationTable));

    public OrganizationTableReadyPrecondition() {
        super(RULE);
    }
}
