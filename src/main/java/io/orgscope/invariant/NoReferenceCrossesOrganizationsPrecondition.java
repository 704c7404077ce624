package io.orgscope.invariant;

import java.util.Set;

/** {@code noReferenceCrossesOrganizations}: no foreign key between two scoped tables joins rows of two organizations. */
public final class NoReferenceCrossesOrganizationsPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new FunctionInvariant("noReferenceCrossesOrganizations", Set.of(When.BEFORE, When.AFTER),
            "Rows of one organization reference rows of another.",
            "The row or the row that it references has the wrong organization, or it should reference another row. Correct them, then run update again.",
            CrossReferences::violations);

    public NoReferenceCrossesOrganizationsPrecondition() {
        super(RULE);
    }
}
