package io.orgscope.step;

import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What an earlier change set of the same run did for a table a short time ago, on the same connection. A later change
 * set then has nothing to do.
 *
 * @param <T> what it was done of. If the later change set has something else, it was not done
 */
public final class JustDone<T> {

    private static final long SHORT_NANOS = Duration.ofMinutes(5).toNanos();

    private record Done<T>(T of, long when) {
    }

    private final Map<Connection, Map<TableName, Done<T>>> on = Collections.synchronizedMap(new WeakHashMap<>());
    private final LongSupplier nanoTime;

    public JustDone() {
        this(System::nanoTime);
    }

    JustDone(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes that it was done. */
    public void note(Connection connection, TableName table, T of) {
        on.computeIfAbsent(connection, any -> new ConcurrentHashMap<>()).put(table, new Done<>(of, nanoTime.getAsLong()));
    }

    /** Whether it was noted a short time ago. */
    public boolean noted(Connection connection, TableName table, T of) {
        Map<TableName, Done<T>> tables = on.get(connection);
        Done<T> done = tables == null ? null : tables.get(table);
        return done != null && done.of().equals(of) && nanoTime.getAsLong() - done.when() < SHORT_NANOS;
    }

    /** {@link #noted}, but true once only. */
    public boolean take(Connection connection, TableName table, T of) {
        boolean noted = noted(connection, table, of);
        Map<TableName, Done<T>> tables = on.get(connection);
        if (tables != null) {
            tables.remove(table);
        }
        return noted;
    }
}
