package io.orgscope.backfill;

import io.orgscope.postgres.Blockers;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A session that fills one heap after the other. If a partition is dropped meanwhile, the worker goes on with the next. */
final class Worker {

    private static final String THERE = "SELECT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = ?::oid)";

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
            if (session.connection().isClosed() || there(backfill.heap(), failure)) {
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

    private boolean there(Heap heap, SQLException failure) {
        try {
            return session.withoutTimeout(() -> Sql.first(session.connection(), true, THERE, row -> row.getBoolean(1), heap.oid()));
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
