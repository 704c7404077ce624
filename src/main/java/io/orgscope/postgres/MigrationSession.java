package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A session with the settings of a migration, for a while. Timeouts of the role, the database or the connection do not apply. If row
 * security would hide rows, the query fails. A transaction is READ COMMITTED. A query and CREATE INDEX use one process. A query may use the
 * memory of maintenance. A commit does not wait for the disk. What the work adds to the {@link SearchPath} is for this time only. Afterwards every setting
 * is as before.
 */
public final class MigrationSession {

    private static final List<String> TIMEOUTS = List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout",
            "idle_session_timeout");

    /**
     * Our queries over whole tables run in one process. With parallel workers they fill the queue of the disk, and the reads of
     * the application wait: with a table larger than memory, statements took up to 221 ms (docs/benchmark-large.md).
     */
    public static final String PARALLEL = "max_parallel_workers_per_gather";

    /** {@link #PARALLEL} for CREATE INDEX. With 50 million rows one process was as fast as three. */
    public static final String PARALLEL_BUILD = "max_parallel_maintenance_workers";

    private static final String MEMORY = "work_mem";

    /**
     * A hash table or a sort that is larger than work_mem goes to temporary files. When these are deleted, a disk may pause, and the application's commits
     * wait (docs/benchmark-large.md). So our queries may use what maintenance may use, up to 64 MB, because a query may have several
     * hash tables. PostgreSQL does the same when it validates a foreign key (RI_Initial_Check in its source). In kB.
     */
    private static final String MEMORY_VALUE = "(greatest(pg_catalog.pg_size_bytes(pg_catalog.current_setting('work_mem')),"
            + " least(pg_catalog.pg_size_bytes(pg_catalog.current_setting('maintenance_work_mem')), 67108864)) / 1024)::text";

    private static final String COMMIT = "synchronous_commit";

    /** Citus commits on its workers apart from the coordinator. After a crash the coordinator must not have forgotten such a commit. */
    private static final String COMMIT_VALUE = "CASE WHEN pg_catalog.current_setting('citus.use_secondary_nodes', true) IS NULL THEN 'off'"
            + " ELSE pg_catalog.current_setting('" + COMMIT + "') END";

    /**
     * SQL after which the commit of this transaction does not wait until its WAL is on disk. A transaction holds its locks while it waits.
     *
     * <p>A step that a crash of the server loses runs again: Liquibase's own commit, which marks the change set as ran, does wait. It comes later
     * in the WAL, so the mark is never on disk without the step (PostgreSQL, Asynchronous Commit). With Citus the setting stays as it is.
     */
    public static final String COMMIT_AT_ONCE = "pg_catalog.set_config('" + COMMIT + "', " + COMMIT_VALUE + ", true)";

    /** It came with this version of PostgreSQL. */
    private static final String LATER_TIMEOUT = "transaction_timeout";
    private static final int LATER = 17;

    private final Connection connection;
    /** The settings that differ, as SQL expressions. */
    private final Map<String, String> before = new LinkedHashMap<>();

    private final int networkTimeoutMillis;

    private MigrationSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.networkTimeoutMillis = connection.getNetworkTimeout();
    }

    /** Work that uses what was read when the session began. */
    @FunctionalInterface
    public interface Work<T> {

        /** @param catalog the wanted tables; null if none were wanted */
        T run(MigrationSession session, Catalog catalog) throws SQLException;
    }

    /**
     * Runs the work on a connection in autocommit mode.
     *
     * @throws SQLException from the work. If the settings cannot be restored after a failure, that error is suppressed
     */
    public static <T> T run(Connection connection, Transaction.Work<T> work) throws SQLException {
        return run(connection, List.of(), (session, none) -> work.run());
    }

    /**
     * {@link #run(Connection, Transaction.Work)} for work that needs the catalog. It is read in the round trip that begins the session.
     *
     * @param wanted the tables to read; none if it is empty
     */
    public static <T> T run(Connection connection, Collection<TableName> wanted, Work<T> work) throws SQLException {
        MigrationSession session = new MigrationSession(connection);
        Throwable failure = null;
        try {
            NetworkTimeout.set(connection, NetworkTimeout.NONE);
            return work.run(session, session.begin(wanted));
        } catch (SQLException | RuntimeException thrown) {
            failure = thrown;
            throw thrown;
        } finally {
            session.end(failure);
        }
    }

    /**
     * SQL for a transaction that only reads rows. The timeouts of a migration do not suit it, so it has one of its own.
     *
     * @param timeout of each statement
     */
    public static String readOnly(Duration timeout) {
        return "SET TRANSACTION READ ONLY; SET LOCAL row_security = off; SET LOCAL " + PARALLEL + " = 0; SET LOCAL statement_timeout = " + timeout.toMillis()
                + "; SELECT pg_catalog.set_config('" + MEMORY + "', " + MEMORY_VALUE + ", true)";
    }

    /** The values that its settings have now, for {@link #set(Connection, Map)}. */
    public static Map<String, String> settings(Connection connection) throws SQLException {
        List<String> names = List.copyOf(wanted(connection).keySet());
        return Sql.list(connection, "SELECT " + current(names), row -> {
            Map<String, String> settings = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                settings.put(names.get(i), row.getString(i + 1));
            }
            return settings;
        }).get(0);
    }

    /** Gives another session of the same role the settings of a first one, until it is closed. */
    public static void set(Connection connection, Map<String, String> settings) throws SQLException {
        Map<String, String> literals = new LinkedHashMap<>();
        settings.forEach((name, value) -> literals.put(name, Literal.of(value)));
        Sql.list(connection, "SELECT " + set(literals), row -> row.getString(1));
    }

    /**
     * SQL that restores the settings; empty after {@link #restored}. It can be sent with the last
     * statements of the work; then call {@link #restored}.
     */
    public String restoring() {
        return before.isEmpty() ? "" : "SELECT " + set(before);
    }

    /** Notes that {@link #restoring} was executed. */
    public void restored() {
        before.clear();
    }

    /** Sets everything in one query without a table, because it runs for each step. Each setting is read before it is set. */
    private Catalog begin(Collection<TableName> tables) throws SQLException {
        Map<String, String> wanted = wanted(connection);
        String sql = "SELECT " + current(wanted.keySet()) + ", " + set(wanted) + ", " + PreparedQuery.SETTINGS;
        PreparedQuery.Asked begin = PreparedQuery.of("session", "", sql).with(row -> {
            int column = 1;
            for (String name : wanted.keySet()) {
                String was = row.getString(column);
                // Steps add to the search_path.
                if (name.equals(SearchPath.NAME) || !was.equals(row.getString(column + wanted.size()))) {
                    before.put(name, Literal.of(was));
                }
                column++;
            }
        });
        if (tables.isEmpty()) {
            PreparedQuery.askWithOwnSettings(connection, List.of(begin));
            return null;
        }
        return Catalog.after(begin, connection, tables);
    }

    /** The values are SQL expressions. */
    private static Map<String, String> wanted(Connection connection) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        TIMEOUTS.forEach(name -> wanted.put(name, "'0'"));
        if (connection.getMetaData().getDatabaseMajorVersion() >= LATER) {
            wanted.put(LATER_TIMEOUT, "'0'");
        }
        wanted.put("default_transaction_isolation", "'read committed'");
        wanted.put(SearchPath.NAME, "pg_catalog.current_setting('" + SearchPath.NAME + "')");
        wanted.put("row_security", "'off'");
        wanted.put(PARALLEL, "'0'");
        wanted.put(PARALLEL_BUILD, "'0'");
        wanted.put(MEMORY, MEMORY_VALUE);
        wanted.put(COMMIT, COMMIT_VALUE);
        return wanted;
    }

    private void end(Throwable failure) throws SQLException {
        try {
            if (!connection.isClosed()) {
                if (!before.isEmpty()) {
                    Sql.list(connection, restoring(), row -> row.getString(1));
                }
                NetworkTimeout.set(connection, Duration.ofMillis(networkTimeoutMillis));
            }
        } catch (SQLException secondary) {
            if (failure == null) {
                throw secondary;
            }
            failure.addSuppressed(secondary);
        }
    }

    private static String current(Collection<String> names) {
        return names.stream().map(name -> "pg_catalog.current_setting('" + name + "')").collect(Collectors.joining(", "));
    }

    private static String set(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> "pg_catalog.set_config('" + setting.getKey() + "', " + setting.getValue() + ", false)")
                .collect(Collectors.joining(", "));
    }
}
