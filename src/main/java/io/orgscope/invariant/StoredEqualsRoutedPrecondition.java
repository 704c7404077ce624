package io.orgscope.invariant;

import java.util.Set;

/** {@code storedEqualsRouted}: what a row holds is what its routes say, where they say something and the application did not choose. */
public final class StoredEqualsRoutedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new RowInvariant("storedEqualsRouted", Severity.CRITICAL, Set.of(When.BEFORE, When.AFTER),
            "Rows hold another organization than their routes give.",
            "Look at both and correct the wrong one. A parent that went to another organization meanwhile is one cause; set the"
                    + " column to what is right, then run update again.",
            true, new RowQuery("""
            SELECT {key} AS key
              FROM {rows}
             WHERE {routed} <> {stored} AND NOT {chosen}
            """));

    public StoredEqualsRoutedPrecondition() {
        super(RULE);
    }
}
