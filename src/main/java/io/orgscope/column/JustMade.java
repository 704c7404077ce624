package io.orgscope.column;

import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Moves;
import io.orgscope.step.JustDone;
import java.sql.Connection;

/**
 * The triggers that the change set before this one made. In a first update, step 02 makes them, and the change set that
 * follows routes comes right after it and has nothing to compare.
 */
final class JustMade {

    /** What the triggers are made of. */
    private record Triggers(ScopedTable scope, Moves moves) {
    }

    private static final JustDone<Triggers> MADE = new JustDone<>();

    private JustMade() {
    }

    /** Notes that the triggers are about to be made on this connection, or that the column's default stands for them. If that fails, there are none to follow routes. */
    static void note(Connection connection, ScopedTable scope, Moves moves) {
        MADE.note(connection, scope.table(), new Triggers(scope, moves));
    }

    /** Whether the triggers were just made of this; it is true once only. */
    static boolean take(Connection connection, ScopedTable scope, Moves moves) {
        return MADE.take(connection, scope.table(), new Triggers(scope, moves));
    }
}
