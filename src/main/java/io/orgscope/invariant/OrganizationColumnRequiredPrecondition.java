package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.util.Set;

/** {@code organizationColumnRequired}: the column is there, has the right type, and is NOT NULL. */
public final class OrganizationColumnRequiredPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("organizationColumnRequired", Set.of(When.AFTER),
            "The organization column is not as it should be.",
            "Run update again. It does what is missing. " + StepContext.FINISH_ROLLBACK,
            FunctionInvariant.each(Structure::column));

    public OrganizationColumnRequiredPrecondition() {
        super(RULE);
    }
}
