package io.orgscope.invariant;

import java.util.Set;

/** {@code whatWasMadeIsThere}: what the comments in the catalog say was made is there. */
public final class WhatWasMadeIsTherePrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("whatWasMadeIsThere", Severity.WARNING, Set.of(When.AFTER),
            "Something that this library made is gone.",
            StructureInvariant.FINISH_ROLLBACK,
            Structure::made);

    public WhatWasMadeIsTherePrecondition() {
        super(RULE);
    }
}
