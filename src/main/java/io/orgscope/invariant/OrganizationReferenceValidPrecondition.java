package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.util.Set;

/** {@code organizationReferenceValid}: the foreign key to the organizations is there and validated. */
public final class OrganizationReferenceValidPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("organizationReferenceValid", Set.of(When.AFTER),
            "No valid foreign key leads from the organization column to the organizations.",
            "Run update again. It does what is missing. " + StepContext.FINISH_ROLLBACK,
            FunctionInvariant.each(Structure::reference));

    public OrganizationReferenceValidPrecondition() {
        super(RULE);
    }
}
