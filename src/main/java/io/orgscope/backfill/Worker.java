package io.orgscope.backfill;

import io.orgscope.postgres.Blockers;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session that fills one heap after the other. If a partition is dropped, detached or renamed meanwhile, the worker goes on with the next. A partition that has
 * another name now is found again ({@link Backfill}).
 */
final class Worker {

    private static final PreparedQuery THERE = PreparedQuery.of("heap_there", "text, text, bigint, text, text", InheritanceTree.BY_NAME + """
            SELECT true
              FROM tree
              JOIN pg_catalog.pg_class c ON c.oid = tree.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid = $3::pg_catalog.oid AND n.nspname = $4 AND c.relname = $5
            """);

    private final Session session;
    private final Monitor monitor;
    private UnflushedWal unflushedWal;

    Worker(Session session, Monitor monitor) {
        this.session = session;
        this.monitor = monitor;
    }

    /** Fills windows of a heap that no other worker has taken. */
    void fill(HeapBackfill backfill) throws SQLException {
        if (backfill.windows().left()) {
            if (unflushedWal == null) {
                unflushedWal = UnflushedWal.of(session);
            }
            at(backfill, statements -> {
                new Filler(backfill, session, statements, unflushedWal, monitor).run();
                return 0L;
            });
        }
    }

    /** Fills what is left after all windows were visited. Returns the number of rows that stay empty. */
    long sweep(HeapBackfill backfill) throws SQLException {
        return at(backfill, statements -> new Sweep(backfill, session, statements, monitor).run());
    }

    private long at(HeapBackfill backfill, Visit visit) throws SQLException {
        session.at(backfill.heap().oid());
        try (Statements statements = new Statements(session.connection(), backfill)) {
            return visit.run(statements);
        } catch (SQLException failure) {
            if (SqlState.FEATURE_NOT_SUPPORTED.equals(failure.getSQLState())) {
                refuseRules(backfill, failure);
            }
            if (session.connection().isClosed() || there(backfill, failure)) {
                if (Failures.busy(failure) && !session.connection().isClosed()) {
                    throw stayedLocked(backfill, failure);
                }
                throw failure;
            }
            backfill.windows().close();
            return 0;
        } finally {
            session.at(null);
        }
    }

    private void refuseRules(HeapBackfill backfill, SQLException failure) throws SQLException {
        List<String> rules = session.withoutTimeout(() -> UpdateTriggers.rules(session.connection(), backfill.heap()));
        if (!rules.isEmpty()) {
            String table = backfill.heap().name().sql();
            throw new OrgScopeException(backfill.heap().name() + " has rules ON UPDATE: " + String.join(", ", rules) + ". PostgreSQL cannot rewrite the UPDATE that"
                    + " fills rows. Run " + rules.stream().map(rule -> "ALTER TABLE " + table + " DISABLE RULE " + Identifier.quote(rule))
                            .collect(Collectors.joining("; ")) + ", then run update again. Keep them disabled until the contract, because they also keep rows"
                    + " from following a move. What was filled stays filled.", failure);
        }
    }

    /** The attempts were repeated until the time was over. */
    private OrgScopeException stayedLocked(HeapBackfill backfill, SQLException failure) throws SQLException {
        List<TableName> tables = Stream.concat(Stream.of(backfill.heap().name()), backfill.task().read().stream()).distinct().toList();
        List<String> holders = session.withoutTimeout(() -> Blockers.ofWriters(session.connection(), tables));
        return new OrgScopeException("Rows of " + backfill.heap().name() + " could not be filled for " + backfill.options().retryTimeout().toSeconds() + " s"
                + SqlState.inParentheses(failure) + ". Other transactions had locks on it, or on a table from which the organizations are read. "
                + (holders.isEmpty() ? "Nobody holds them now" : "Held by: " + String.join("; ", holders))
                + ". What was filled stays filled. End them (select pg_terminate_backend(pid)) or wait, then run update again.", failure);
    }

    /** Whether the table still has this heap, with the name that the statements use. The table of the task itself has to be there. */
    private boolean there(HeapBackfill backfill, SQLException failure) {
        TableName table = backfill.task().table();
        TableName heap = backfill.heap().name();
        try {
            return heap.equals(table) || session.withoutTimeout(() -> THERE.first(session.connection(), false, row -> row.getBoolean(1),
                    table.schema(), table.name(), backfill.heap().oid(), heap.schema(), heap.name()));
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
            return true;
        }
    }

    /** What a worker does with a heap. */
    @FunctionalInterface
    private interface Visit {
        long run(Statements statements) throws SQLException;
    }
}
