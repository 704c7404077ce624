package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs statements that need a strong lock for a short time. Each attempt is one transaction with a short {@code
 * lock_timeout}. If it does not get the lock, a pause with jitter follows, and then another attempt. Between attempts
 * nothing is locked.
 *
 * <p>An autovacuum on one of the tables gives way only to a request that waits as long as {@code deadlock_timeout} (PostgreSQL,
 * Routine Vacuuming). Our lock_timeout is shorter. So each attempt first requests SHARE UPDATE EXCLUSIVE with a timeout that is
 * longer: than the default of deadlock_timeout at first, and then than its value. That lock ends the autovacuum, prevents the
 * next one, and blocks no reader or writer. Of a partitioned table it locks the partitions too, so that none is added or
 * removed before the transaction ends.
 */
public final class LockRetry {

    private static final Logger LOG = LoggerFactory.getLogger(LockRetry.class);

    /** Another session holds a lock, and nothing was changed. */
    private static final Set<String> BUSY = Set.of(SqlState.LOCK_NOT_AVAILABLE, SqlState.DEADLOCK_DETECTED);

    /** The number of failures that are kept. Each has the text of all statements, and more of them would be of no use. */
    private static final int MOST_SUPPRESSED = 20;

    /** Longer than the default deadlock_timeout, 1 s. */
    private static final String FIRST_PATIENCE = "SET LOCAL lock_timeout = 2500";

    private final Connection connection;
    private final LockPolicy policy;

    public LockRetry(Connection connection, LockPolicy policy) {
        this.connection = connection;
        this.policy = policy;
    }

    /**
     * Runs the statements in one transaction.
     *
     * @param tables the tables on which an autovacuum has to end. The role needs the privilege UPDATE on each
     * @param also another table that the statements lock; null for none. If the role may lock it, an autovacuum on it has to end too
     * @param then a statement that is sent with them and runs after their transaction; empty for none
     * @throws OrgScopeException if the deadline has passed. It names the sessions that hold locks
     * @throws SQLException if a statement failed for another reason
     */
    public void run(List<TableName> tables, TableName also, List<String> statements, String then) throws SQLException {
        long deadline = System.nanoTime() + policy.deadline().toNanos();
        List<TableName> locked = tables;
        String patience = FIRST_PATIENCE;
        Duration pause = LockPolicy.FIRST_PAUSE;
        SQLException first = null;
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(patience, locked, statements, then);
                return;
            } catch (SQLException busy) {
                if (!SqlState.isAmong(BUSY, busy)) {
                    throw busy;
                }
                if (first == null) {
                    first = busy;
                    // What costs a question or more time to plan is worth it only now.
                    patience = "SELECT pg_catalog.set_config('lock_timeout', " + patience(String.valueOf(policy.deadline().toMillis())) + ", true)";
                    if (also != null && mayLock(connection, also)) {
                        locked = Stream.concat(tables.stream(), Stream.of(also)).toList();
                    }
                } else if (first.getSuppressed().length < MOST_SUPPRESSED) {
                    first.addSuppressed(busy);
                }
            }
            if (System.nanoTime() + pause.toNanos() > deadline) {
                throw new OrgScopeException(gaveUp(tables, also, attempt, first), first);
            }
            LOG.info("{}: lock not free within {} ms (attempt {}); trying again", tables.get(0), policy.timeout().toMillis(), attempt);
            pause = rest(pause);
        }
    }

    /** Whether the table is there, and the role may run LOCK TABLE on it. A foreign key needs less of the table that it references. */
    public static boolean mayLock(Connection connection, TableName table) throws SQLException {
        // The function fails if the role may not use the schema.
        return new RequiredPrivileges().need(table, RequiredPrivileges.Privilege.USAGE_ON_SCHEMA, RequiredPrivileges.Privilege.LOCK).grants(connection, true).isEmpty()
                && Sql.first(connection, false, "SELECT pg_catalog.to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), table.sql());
    }

    /**
     * A timeout in ms, as SQL. It is longer than the deadlock_timeout of the session, but not longer than the deadline.
     *
     * @param deadline in ms, as SQL
     */
    public static String patience(String deadline) {
        return "greatest(2500, least(" + deadline + ", 1500 + 1000 * extract(epoch FROM pg_catalog.current_setting('deadlock_timeout')::interval)))::bigint::text";
    }

    private void attempt(String patience, List<TableName> tables, List<String> statements, String then) throws SQLException {
        // There is one round trip, because the locks are held during each further one.
        String transaction = "BEGIN; " + patience + "; LOCK TABLE " + TableName.sqlOf(tables) + " IN SHARE UPDATE EXCLUSIVE MODE; SET LOCAL lock_timeout = "
                + policy.timeout().toMillis() + ";\n" + String.join("\n;\n", statements) + "\n; COMMIT" + (then.isEmpty() ? "" : "; " + then);
        try {
            Sql.execute(connection, transaction);
        } catch (SQLException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    private void rollBack(SQLException failure) {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    private static Duration rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OrgScopeException("Interrupted while waiting to request a lock again. Nothing is held. Run the command again.");
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LockPolicy.LONGEST_PAUSE) > 0 ? LockPolicy.LONGEST_PAUSE : longer;
    }

    private String gaveUp(List<TableName> tables, TableName also, int attempts, SQLException busy) throws SQLException {
        List<TableName> all = Stream.concat(tables.stream(), Stream.ofNullable(also)).toList();
        List<String> blockers = Blockers.of(connection, all);
        return "Could not lock " + all.stream().map(TableName::toString).collect(Collectors.joining(" and ")) + " in " + attempts + " attempts of " + policy.timeout().toMillis()
                + " ms within " + policy.deadline().toSeconds() + " s (SQLSTATE " + busy.getSQLState()
                + "). This statement changed nothing. "
                + (blockers.isEmpty() ? "Nobody holds a lock on it now"
                        : "Locks are held by: " + String.join("; ", blockers))
                + ". Wait for them or end them (select pg_terminate_backend(pid)), then run the command again. If there are always transactions longer"
                + " than lockTimeout, declare a longer one: the application may wait that long behind each attempt.";
    }
}
