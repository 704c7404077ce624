package io.orgscope.invariant;

/** {@code migratingRoleSeesAllRows}: {@link Invariants#ROLE_SEES_ALL_ROWS}. */
public final class MigratingRoleSeesAllRowsPrecondition extends InvariantPrecondition {

    public MigratingRoleSeesAllRowsPrecondition() {
        super(Invariants.ROLE_SEES_ALL_ROWS);
    }
}
