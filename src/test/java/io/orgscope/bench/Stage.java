package io.orgscope.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a contender works on: a copy of the database, the application that it may deploy, a clock for its backfill. */
final class Stage implements AutoCloseable {

    /** Something that talks to the server. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    private final String url;
    private final Load load;
    private final Connection connection;
    private final Map<String, Long> steps = new LinkedHashMap<>();
    private long backfillNanos;
    private long backfillWal;

    Stage(String url, Load load) throws SQLException {
        this.url = url;
        this.load = load;
        this.connection = DriverManager.getConnection(url);
    }

    String url() {
        return url;
    }

    /** The application learns to write the column. */
    void upgradeApplication() {
        if (load != null) {
            load.upgrade();
        }
    }

    /** The application forgets the column again. */
    void downgradeApplication() {
        if (load != null) {
            load.downgrade();
        }
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs a statement with a short lock_timeout, again and again until it gets its lock, as the recipes do. */
    void executeBriefly(int lockTimeoutMillis, int pauseMillis, String... statements) throws SQLException {
        for (String sql : statements) {
            while (!tried(lockTimeoutMillis, sql)) {
                pause(pauseMillis);
            }
        }
    }

    private boolean tried(int lockTimeoutMillis, String sql) throws SQLException {
        try {
            execute("SET lock_timeout = " + lockTimeoutMillis, sql);
            return true;
        } catch (SQLException failure) {
            if ("55P03".equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        } finally {
            execute("RESET lock_timeout");
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The first column of the first row as a number, or null. */
    Long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getObject(1) != null ? Long.valueOf(row.getLong(1)) : null;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Times the part that gives the rows their values. */
    void backfill(Work work) throws SQLException {
        long wal = wal();
        long start = System.nanoTime();
        work.run();
        backfilled(System.nanoTime() - start, wal() - wal);
    }

    void backfilled(long nanos, long wal) {
        backfillNanos += nanos;
        backfillWal += wal;
    }

    void step(String name, long nanos) {
        steps.merge(name, nanos, Long::sum);
    }

    Map<String, Long> steps() {
        return steps;
    }

    long backfillNanos() {
        return backfillNanos;
    }

    long backfillWal() {
        return backfillWal;
    }

    /** Bytes of WAL that the server has written so far. */
    long wal() throws SQLException {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", interrupted);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
