package io.orgscope.invariant;

import java.util.Set;

/**
 * {@code migratingRoleSeesAllRows}: row security hides no row from the migrating role. An UPDATE leaves out hidden rows
 * without an error.
 */
public final class MigratingRoleSeesAllRowsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("migratingRoleSeesAllRows", Set.of(When.BEFORE),
            "Row security hides rows from this role. Hidden rows would stay without an organization.",
            "Run the migration as a role with BYPASSRLS, or as the table's owner if row security is not forced.",
            FunctionInvariant.each(Structure::rowSecurity));

    public MigratingRoleSeesAllRowsPrecondition() {
        super(RULE);
    }
}
