package io.orgscope.invariant;

import java.util.Set;

/** {@code organizationReferenceValid}: the foreign key to the organizations is there and validated. */
public final class OrganizationReferenceValidPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("organizationReferenceValid", Severity.CRITICAL, Set.of(When.AFTER),
            "Nothing keeps the organization column in step with the organizations.",
            "Run update again; it does what is missing. " + StructureInvariant.FINISH_ROLLBACK,
            Structure::reference);

    public OrganizationReferenceValidPrecondition() {
        super(RULE);
    }
}
