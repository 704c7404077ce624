package io.orgscope.invariant;

import java.util.Set;

/** {@code migratingRoleSeesAllRows}: row security hides no row from the migrating role. An UPDATE of rows that it cannot see looks like success. */
public final class MigratingRoleSeesAllRowsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("migratingRoleSeesAllRows", Severity.CRITICAL, Set.of(When.BEFORE),
            "Row security hides rows from this role, and what is hidden would stay without an organization.",
            "Run the migration as a role with BYPASSRLS, or as the owner where row security is not forced.",
            Structure::rowSecurity);

    public MigratingRoleSeesAllRowsPrecondition() {
        super(RULE);
    }
}
