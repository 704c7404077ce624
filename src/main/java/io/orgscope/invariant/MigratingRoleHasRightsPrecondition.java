package io.orgscope.invariant;

/** {@code migratingRoleHasRights}: {@link Invariants#ROLE_HAS_RIGHTS}. */
public final class MigratingRoleHasRightsPrecondition extends InvariantPrecondition {

    public MigratingRoleHasRightsPrecondition() {
        super(Invariants.ROLE_HAS_RIGHTS);
    }
}
