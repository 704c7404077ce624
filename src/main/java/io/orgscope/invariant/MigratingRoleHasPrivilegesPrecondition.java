package io.orgscope.invariant;

import java.util.Set;

/** {@code migratingRoleHasPrivileges}: the migrating role has the privileges that the steps need. */
public final class MigratingRoleHasPrivilegesPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("migratingRoleHasPrivileges", Set.of(When.BEFORE),
            "This role lacks privileges that the steps need.",
            "Let an administrator run this, then run update again. Nothing was changed.",
            Structure::privileges);

    public MigratingRoleHasPrivilegesPrecondition() {
        super(RULE);
    }
}
