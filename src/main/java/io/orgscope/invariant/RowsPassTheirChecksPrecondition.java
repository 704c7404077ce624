package io.orgscope.invariant;

import java.util.Set;

/** {@code rowsPassTheirChecks}: every row passes the constraints that are NOT VALID, so that it can be updated. */
public final class RowsPassTheirChecksPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("rowsPassTheirChecks", Set.of(When.BEFORE),
            "Rows break a constraint that is NOT VALID, so each UPDATE of them fails, also that of step 03.",
            "Correct the rows, or drop the constraint; then run update again.",
            UncheckedRows::violations);

    public RowsPassTheirChecksPrecondition() {
        super(RULE);
    }
}
