package io.orgscope.invariant;

import java.util.Set;

/** {@code migratingRoleHasRights}: the migrating role may do what the steps do. */
public final class MigratingRoleHasRightsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("migratingRoleHasRights", Severity.CRITICAL, Set.of(When.BEFORE),
            "This role lacks rights that the steps need.",
            "Have this done, then run update again. Nothing was changed.",
            Structure::rights);

    public MigratingRoleHasRightsPrecondition() {
        super(RULE);
    }
}
