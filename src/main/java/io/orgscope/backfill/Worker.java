package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.SQLException;

/** A session that goes from heap to heap. A partition may be dropped meanwhile: then nothing of it is left to fill. */
final class Worker {

    private static final String THERE = "SELECT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = ?::oid)";

    private final Session session;
    private final Watch watch;
    private final Backlog backlog;

    Worker(Session session, Watch watch) throws SQLException {
        this.session = session;
        this.watch = watch;
        this.backlog = Backlog.of(session);
    }

    /** Fills the windows of a heap that nobody has taken. */
    void fill(Job job) throws SQLException {
        if (job.windows().left()) {
            at(job, statements -> {
                new Filler(job, session, statements, backlog, watch).run();
                return 0L;
            });
        }
    }

    /** Fills what is left when all windows were visited; returns the rows that stay empty. */
    long sweep(Job job) throws SQLException {
        return at(job, statements -> new Sweep(job, session, statements, watch).run());
    }

    private long at(Job job, Visit visit) throws SQLException {
        session.at(job.heap().oid());
        try (Statements statements = new Statements(session.connection(), job)) {
            return visit.run(statements);
        } catch (SQLException failure) {
            if (session.connection().isClosed() || there(job.heap(), failure)) {
                throw failure;
            }
            job.windows().close();
            return 0;
        } finally {
            session.at(null);
        }
    }

    private boolean there(Heap heap, SQLException failure) {
        try {
            return session.patiently(() -> Sql.first(session.connection(), true, THERE, row -> row.getBoolean(1), heap.oid()));
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
            return true;
        }
    }

    /** What is done at a heap. */
    @FunctionalInterface
    private interface Visit {
        long run(Statements statements) throws SQLException;
    }
}
