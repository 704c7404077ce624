package io.orgscope.invariant;

/** {@code rowsPassTheirChecks}: every row passes the constraints that are NOT VALID, so that it can be updated. */
public final class RowsPassTheirChecksPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new UncheckedRows();

    public RowsPassTheirChecksPrecondition() {
        super(RULE);
    }
}
