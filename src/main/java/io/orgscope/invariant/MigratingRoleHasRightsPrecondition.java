package io.orgscope.invariant;

import java.util.Set;

/** {@code migratingRoleHasRights}: the migrating role has the rights that the steps need. */
public final class MigratingRoleHasRightsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("migratingRoleHasRights", Set.of(When.BEFORE),
            "This role lacks rights that the steps need.",
            "Let an administrator run this, then run update again. Nothing was changed.",
            Structure::rights);

    public MigratingRoleHasRightsPrecondition() {
        super(RULE);
    }
}
