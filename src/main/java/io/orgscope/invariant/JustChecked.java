package io.orgscope.invariant;

import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables for which the check of the whole declaration found a short time ago that {@link Invariants#beforehand}
 * holds. The first half of step 01 then has nothing to check. It is an early warning: rows that become wrong later are
 * found by steps 03, 04 and 08, whether step 01 checks them or not.
 */
public final class JustChecked {

    private static final long SHORT_NANOS = Duration.ofMinutes(5).toNanos();

    private static final Map<Connection, Map<ScopedTable, Long>> ON = Collections.synchronizedMap(new WeakHashMap<>());

    private JustChecked() {
    }

    /** Notes that everything holds for the table. */
    public static void note(Connection connection, ScopedTable scope) {
        ON.computeIfAbsent(connection, any -> new ConcurrentHashMap<>()).put(scope, System.nanoTime());
    }

    /** Whether it was noted a short time ago; it is true once only. */
    static boolean take(Connection connection, ScopedTable scope) {
        Map<ScopedTable, Long> checked = ON.get(connection);
        Long when = checked == null ? null : checked.remove(scope);
        return when != null && System.nanoTime() - when < SHORT_NANOS;
    }
}
