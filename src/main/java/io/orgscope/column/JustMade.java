package io.orgscope.column;

import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Moves;
import java.sql.Connection;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The triggers that the change set before this one made. In a first update, step 02 makes them, and the change set that
 * follows routes comes right after it and has nothing to compare.
 */
final class JustMade {

    /** What the triggers are made of. */
    private record Triggers(ScopedTable scope, Moves moves) {
    }

    private static final Map<Connection, Map<TableName, Triggers>> ON = Collections.synchronizedMap(new WeakHashMap<>());

    private JustMade() {
    }

    /** Notes that the triggers are about to be made on this connection. If that fails, there are none to follow routes. */
    static void note(Connection connection, ScopedTable scope, Moves moves) {
        ON.computeIfAbsent(connection, any -> new ConcurrentHashMap<>()).put(scope.table(), new Triggers(scope, moves));
    }

    /** Whether the triggers were just made of this; it is true once only. */
    static boolean take(Connection connection, ScopedTable scope, Moves moves) {
        Map<TableName, Triggers> made = ON.get(connection);
        return made != null && new Triggers(scope, moves).equals(made.remove(scope.table()));
    }
}
