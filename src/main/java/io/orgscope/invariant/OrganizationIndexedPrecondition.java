package io.orgscope.invariant;

import java.util.Set;

/** {@code organizationIndexed}: an index begins with the column. */
public final class OrganizationIndexedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("organizationIndexed", Set.of(),
            "Searching one organization's rows, and deleting an organization, reads the whole table.",
            "Run update again, or declare an index.",
            FunctionInvariant.each(Structure::index));

    public OrganizationIndexedPrecondition() {
        super(RULE);
    }
}
