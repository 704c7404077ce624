package io.orgscope.invariant;

import java.util.Set;

/** {@code sideTableCanBeReplicated}: no publication sends rows of the side table to subscribers that do not have it. */
public final class SideTableCanBeReplicatedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("sideTableCanBeReplicated", Set.of(When.BEFORE),
            "A publication of all tables also has the side table that the steps make. A subscription stops if its database does not have this table.",
            "Or let the publication list its tables. Then run update again.",
            true, FunctionInvariant.each(Publications::ofSideTable));

    public SideTableCanBeReplicatedPrecondition() {
        super(RULE);
    }
}
