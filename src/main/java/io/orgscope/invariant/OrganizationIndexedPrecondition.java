package io.orgscope.invariant;

import java.util.Set;

/** {@code organizationIndexed}: an index begins with the column. */
public final class OrganizationIndexedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StructureInvariant("organizationIndexed", Set.of(),
            "Searching one organization's rows, and deleting an organization, reads the whole table.",
            "Run update again, or declare an index.",
            Structure::index);

    public OrganizationIndexedPrecondition() {
        super(RULE);
    }
}
