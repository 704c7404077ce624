package io.orgscope.backfill;

import io.orgscope.column.OrganizationColumn;
import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection with the settings of a backfill. When it is closed, the connection has its own settings again. */
final class Session implements AutoCloseable {

    /** How long a fast batch waits for a row that somebody else holds: far less than anybody's deadlock_timeout. */
    static final int LOCK_TIMEOUT_MILLIS = 10;

    /**
     * After so many pages that we had to write ourselves, the operating system is told to write them too. Otherwise it
     * keeps them until the fsync at the end of a checkpoint, and whoever commits then waits for all of them: 84 ms in
     * place of 463 at 5 million rows (docs/backfill.md).
     */
    static final int FLUSH_AFTER_PAGES = 16;

    /** Its greatest value is 0 where the operating system cannot be told. */
    private static final String FLUSH = "backend_flush_after";

    private static final String APPLICATION_NAME = "application_name";
    private static final String STATEMENT_TIMEOUT = "statement_timeout";

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

    /** Takes a connection in autocommit over until {@link #close}. */
    static Session on(Connection connection, BackfillTask task) throws SQLException {
        Session session = new Session(connection, (int) Math.max(80, 4 * task.options().batch().toMillis()));
        try {
            session.begin(task);
        } catch (SQLException failure) {
            session.closeAfter(failure);
            throw failure;
        }
        return session;
    }

    private void begin(BackfillTask task) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("default_transaction_isolation", "read committed");
        // What a crash could lose, the next run would fill again.
        wanted.put("synchronous_commit", "off");
        wanted.put("lock_timeout", String.valueOf(LOCK_TIMEOUT_MILLIS));
        wanted.put(STATEMENT_TIMEOUT, String.valueOf(timeoutMillis));
        // Row security that hides rows has to be an error, not an UPDATE of fewer rows.
        wanted.put("row_security", "off");
        // A batch is over before a compiled plan would pay.
        wanted.put("jit", "off");
        wanted.put("enable_tidscan", "on");
        wanted.put(FLUSH, String.valueOf(FLUSH_AFTER_PAGES));
        String[] names = Stream.concat(wanted.keySet().stream(), Stream.of(APPLICATION_NAME)).toArray(String[]::new);
        Sql.list(connection, KEEP, row -> {
            pid = row.getInt("pid");
            String name = row.getString("name");
            if (name.equals(FLUSH) && row.getInt("max_val") < FLUSH_AFTER_PAGES) {
                wanted.remove(name);
            } else {
                before.put(name, row.getBoolean("in_session") || name.equals(APPLICATION_NAME) ? row.getString("setting") : null);
            }
            return name;
        }, (Object) names);
        // The table's triggers take what we write for what the routes give, and do not ask again.
        wanted.put(OrganizationColumn.FILLING, task.table().sql());
        set(wanted);
    }

    Connection connection() {
        return connection;
    }

    /** Notes the heap that it works on now, by its oid; null for none. */
    void at(Long oid) {
        heap = oid;
    }

    /** The heap that it works on, or null. */
    Long heap() {
        return heap;
    }

    int pid() {
        return pid;
    }

    /** After how long the server ends a statement of ours, so that no row stays locked for longer. */
    int timeoutMillis() {
        return timeoutMillis;
    }

    /** Tells whoever looks at pg_stat_activity what goes on. */
    void show(String name) throws SQLException {
        if (!name.equals(shownName)) {
            set(APPLICATION_NAME, name);
            shownName = name;
        }
    }

    /** Lets one statement take as long as it has to: what cannot be made smaller has to end some time. */
    <T> T withoutTimeout(Call<T> call) throws SQLException {
        set(STATEMENT_TIMEOUT, "0");
        try {
            return call.run();
        } finally {
            set(STATEMENT_TIMEOUT, String.valueOf(timeoutMillis));
        }
    }

    /** Makes a call that comes again soon: when the server ends this one because the moment is bad, nothing is missed. */
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
        kept.put(OrganizationColumn.FILLING, "");
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
            Sql.execute(connection, resets.toString());
        }
    }

    private void closeAfter(SQLException failure) {
        try {
            close();
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    private void set(Map<String, String> settings) throws SQLException {
        Sql.list(connection, SET_ALL, row -> row.getString(1), settings.keySet().toArray(String[]::new), settings.values().toArray(String[]::new));
    }

    private void set(String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    /** The backends that are ours. */
    static Integer[] pids(List<Session> sessions) {
        return sessions.stream().map(Session::pid).collect(Collectors.toList()).toArray(Integer[]::new);
    }

    /** Something that talks to the server. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws SQLException;
    }
}
