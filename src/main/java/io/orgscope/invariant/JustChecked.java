package io.orgscope.invariant;

import io.orgscope.route.ScopedTable;
import io.orgscope.step.JustDone;
import java.sql.Connection;

/**
 * The tables for which the check of the whole declaration found a short time ago that {@link Invariants#beforehand}
 * holds. The first half of step 01 then has nothing to check. It is an early warning: rows that become wrong later are
 * found by steps 03, 04 and 08, whether step 01 checks them or not. A table that is joined with another declared one by
 * a foreign key is not noted: the check of the whole declaration cannot see yet whether it joins two organizations.
 */
public final class JustChecked {

    private static final JustDone<ScopedTable> CHECKED = new JustDone<>();

    private JustChecked() {
    }

    /** Notes that everything holds for the table. */
    public static void note(Connection connection, ScopedTable scope) {
        CHECKED.note(connection, scope.table(), scope);
    }

    /** Whether it was noted a short time ago; it is true once only. */
    static boolean take(Connection connection, ScopedTable scope) {
        return CHECKED.take(connection, scope.table(), scope);
    }
}
