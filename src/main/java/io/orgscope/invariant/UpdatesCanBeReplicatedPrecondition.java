package io.orgscope.invariant;

import java.util.Set;

/** {@code updatesCanBeReplicated}: no publication makes PostgreSQL refuse the updates of the steps. */
public final class UpdatesCanBeReplicatedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("updatesCanBeReplicated", Set.of(When.BEFORE),
            "A publication publishes updates, and rows have no replica identity. PostgreSQL refuses each UPDATE of them (55000), also those of steps 02 and 03.",
            "Run the statement, or give the table a primary key; then run update again.",
            FunctionInvariant.each(Publications::unidentified));

    public UpdatesCanBeReplicatedPrecondition() {
        super(RULE);
    }
}
