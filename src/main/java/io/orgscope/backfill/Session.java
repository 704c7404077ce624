package io.orgscope.backfill;

import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.Sql;
import io.orgscope.step.FillingSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection with the settings of a backfill. Closing the session restores the connection's own settings. */
final class Session implements AutoCloseable {

    /** How long a fast batch waits for a locked row: much less than any deadlock_timeout. */
    static final int LOCK_TIMEOUT_MILLIS = 10;

    /**
     * After this number of pages that our session had to write itself, the server asks the operating system to write
     * them too. Otherwise the operating system keeps them until the fsync at the end of a checkpoint, and every commit
     * then waits for all of them. With 5 million rows it was 84 ms instead of 463 (docs/backfill-lab.md).
     */
    static final int FLUSH_AFTER_PAGES = 16;

    /** Its greatest value is 0 if the server cannot ask the operating system for this. */
    private static final String FLUSH = "backend_flush_after";

    private static final String APPLICATION_NAME = "application_name";
    private static final String STATEMENT_TIMEOUT = "statement_timeout";
    private static final String LOCK_TIMEOUT = "lock_timeout";

    private static final String KEEP = """
            SELECT s.name, s.setting, s.source = 'session' AS in_session, s.max_val, pg_catalog.pg_backend_pid() AS pid
              FROM pg_catalog.pg_settings s
             WHERE s.name = ANY (?)
            """;

    private static final String SET_ALL = """
            SELECT pg_catalog.set_config(s.name, s.value, false) FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[])) AS s(name, value)
            """;

    private static final String SET = "SELECT pg_catalog.set_config(?, ?, false)";

    private final Connection connection;
    private final int timeoutMillis;
    private int pid;
    private final Map<String, String> before = new LinkedHashMap<>();
    private String shownName = "";
    private volatile Long heap;

    private Session(Connection connection, int timeoutMillis) {
        this.connection = connection;
        this.timeoutMillis = timeoutMillis;
    }

    /** How long a statement may take: a few times as long as it should. */
    static int timeoutMillis(BackfillTask task) {
        return (int) Math.max(80, 4 * task.options().batch().toMillis());
    }

    /** Uses a connection in autocommit until {@link #close}. */
    static Session on(Connection connection, BackfillTask task) throws SQLException {
        Session session = new Session(connection, timeoutMillis(task));
        try {
            session.begin(task);
        } catch (SQLException | RuntimeException failure) {
            session.closeAfter(failure);
            throw failure;
        }
        return session;
    }

    private void begin(BackfillTask task) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("default_transaction_isolation", "read committed");
        // What a crash loses, the next run fills again.
        wanted.put("synchronous_commit", "off");
        wanted.put(LOCK_TIMEOUT, String.valueOf(LOCK_TIMEOUT_MILLIS));
        wanted.put(STATEMENT_TIMEOUT, String.valueOf(timeoutMillis));
        // If row security hides rows, the UPDATE has to fail. It must not update fewer rows.
        wanted.put("row_security", "off");
        // A batch is too short for a compiled plan.
        wanted.put("jit", "off");
        wanted.put(MigrationSession.PARALLEL, "0");
        wanted.put("enable_tidscan", "on");
        wanted.put(FLUSH, String.valueOf(FLUSH_AFTER_PAGES));
        List<String> names = Stream.concat(wanted.keySet().stream(), Stream.of(APPLICATION_NAME)).toList();
        Sql.list(connection, KEEP, row -> {
            pid = row.getInt("pid");
            String name = row.getString("name");
            if (name.equals(FLUSH) && row.getInt("max_val") < FLUSH_AFTER_PAGES) {
                wanted.remove(name);
            } else {
                before.put(name, row.getBoolean("in_session") || name.equals(APPLICATION_NAME) ? row.getString("setting") : null);
            }
            return name;
        }, names);
        // The table's triggers accept what we write as what the routes give, and do not evaluate the routes again.
        wanted.put(FillingSetting.NAME, task.filling().sql());
        set(wanted);
    }

    Connection connection() {
        return connection;
    }

    /** Sets the heap that the session works on now, by its oid; null for none. */
    void at(Long oid) {
        heap = oid;
    }

    /** The heap that the session works on, or null. */
    Long heap() {
        return heap;
    }

    int pid() {
        return pid;
    }

    /** The time after which the server ends a statement of ours, so that no row stays locked for longer. */
    int timeoutMillis() {
        return timeoutMillis;
    }

    /** Sets the name that pg_stat_activity shows. */
    void show(String name) throws SQLException {
        if (!name.equals(shownName)) {
            set(APPLICATION_NAME, name);
            shownName = name;
        }
    }

    /** Runs one statement without a timeout, because it cannot be divided into smaller ones. */
    <T> T withoutTimeout(Call<T> call) throws SQLException {
        set(STATEMENT_TIMEOUT, "0");
        try {
            return call.run();
        } finally {
            set(STATEMENT_TIMEOUT, String.valueOf(timeoutMillis));
        }
    }

    /** Reads the catalog. A function that tells the size of a table waits for a lock on it, for example while a partition is attached. */
    <T> T readingCatalog(Call<T> call) throws SQLException {
        set(LOCK_TIMEOUT, "0");
        try {
            return withoutTimeout(call);
        } finally {
            set(LOCK_TIMEOUT, String.valueOf(LOCK_TIMEOUT_MILLIS));
        }
    }

    /** Runs a call that is repeated soon. If the server ends it because of the timeout, nothing is lost. */
    void bestEffort(Call<?> call) throws SQLException {
        long start = System.nanoTime();
        try {
            call.run();
        } catch (SQLException failure) {
            if (!Failures.timedOut(failure, System.nanoTime() - start, timeoutMillis) && !Failures.busy(failure)) {
                throw failure;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(FillingSetting.NAME, "");
        StringBuilder resets = new StringBuilder();
        before.forEach((name, value) -> {
            if (value == null) {
                resets.append("RESET ").append(name).append("; ");
            } else {
                kept.put(name, value);
            }
        });
        set(kept);
        if (!resets.isEmpty()) {
            String all = resets.toString();
            untilDone(() -> {
                Sql.execute(connection, all);
                return null;
            });
        }
    }

    private void closeAfter(Exception failure) {
        try {
            close();
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    private void set(Map<String, String> settings) throws SQLException {
        untilDone(() -> Sql.list(connection, SET_ALL, row -> row.getString(1), settings.keySet(), settings.values()));
    }

    private void set(String name, String value) throws SQLException {
        untilDone(() -> {
            try (PreparedStatement statement = connection.prepareStatement(SET)) {
                statement.setString(1, name);
                statement.setString(2, value);
                return statement.execute();
            }
        });
    }

    /**
     * Repeats a call that has no effect but the last one's. On a busy machine the timeout of batches can end it. An interrupt does not, because
     * {@link #close} would leave our settings in the connection.
     */
    void untilDone(Call<?> call) throws SQLException {
        boolean done = false;
        while (!done) {
            long start = System.nanoTime();
            try {
                call.run();
                done = true;
            } catch (SQLException failure) {
                if (!Failures.timedOut(failure, System.nanoTime() - start, timeoutMillis)) {
                    throw failure;
                }
            }
        }
    }

    /** The process ids of our backends. */
    static Integer[] pids(List<Session> sessions) {
        return sessions.stream().map(Session::pid).collect(Collectors.toList()).toArray(Integer[]::new);
    }

    /** A call to the server. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws SQLException;
    }
}
