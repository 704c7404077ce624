package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.util.Set;

/** {@code whatWasMadeIsThere}: every object that the comments in the catalog name as ours exists. */
public final class WhatWasMadeIsTherePrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("whatWasMadeIsThere", Set.of(When.AFTER),
            "Something that this library made is gone.",
            StepContext.FINISH_ROLLBACK,
            FunctionInvariant.each(Structure::made));

    public WhatWasMadeIsTherePrecondition() {
        super(RULE);
    }
}
