package io.orgscope.invariant;

import io.orgscope.route.ScopedTable;
import io.orgscope.step.JustDone;
import java.sql.Connection;

/**
 * The tables for which the check of the whole declaration found a short time ago that {@link Invariants#beforehand}
 * holds. The first half of step 01 then has nothing to check. It is an early warning: rows that become wrong later are
 * found by steps 03, 04 and 08, whether step 01 checks them or not. If a foreign key joins the table with another declared
 * one, the references are left to step 01: the check of the whole declaration cannot see yet whether they join two
 * organizations.
 */
public final class JustChecked {

    private static final JustDone<ScopedTable> CHECKED = new JustDone<>();
    private static final JustDone<ScopedTable> CHECKED_BUT_REFERENCES = new JustDone<>();

    private JustChecked() {
    }

    /**
     * Notes that everything holds for the table.
     *
     * @param references whether that was checked of its references too
     */
    public static void note(Connection connection, ScopedTable scope, boolean references) {
        (references ? CHECKED : CHECKED_BUT_REFERENCES).note(connection, scope.table(), scope);
    }

    /** Whether everything was noted a short time ago; it is true once only. */
    static boolean take(Connection connection, ScopedTable scope) {
        return CHECKED.take(connection, scope.table(), scope);
    }

    /** The same of everything but the references. */
    static boolean takeButReferences(Connection connection, ScopedTable scope) {
        return CHECKED_BUT_REFERENCES.take(connection, scope.table(), scope);
    }
}
