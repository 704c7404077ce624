package io.orgscope.invariant;

import java.util.Set;

/** {@code migratingRoleHasPrivileges}: the migrating role has the privileges that the steps need. */
public final class MigratingRoleHasPrivilegesPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("migratingRoleHasPrivileges", Set.of(When.BEFORE),
            "This role lacks privileges that the steps need.",
            "Let an administrator run this, then run update again. Nothing was changed.",
            FunctionInvariant.each(Structure::privileges));

    public MigratingRoleHasPrivilegesPrecondition() {
        super(RULE);
    }
}
