package io.orgscope.invariant;

import java.util.Set;

/** {@code functionsKeepWorking}: no trigger or function breaks when the table gets its new column. */
public final class FunctionsKeepWorkingPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("functionsKeepWorking", Set.of(When.BEFORE),
            "Functions copy or return whole rows. They fail when the table gets its new column in step 01, and with them the statements that use them.",
            "Name the columns in a copy, and write SELECT * in what returns rows. Or first add the column at the end of the table that takes the copies."
                    + " If a function does go on to work, put [orgscope accepted] and the reason in its comment. Then run update again.",
            FunctionInvariant.each(RowFunctions::broken));

    public FunctionsKeepWorkingPrecondition() {
        super(RULE);
    }
}
