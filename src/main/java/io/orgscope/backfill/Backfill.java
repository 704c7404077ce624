package io.orgscope.backfill;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.backfill.throttle.ArchiverLag;
import io.orgscope.backfill.throttle.ReplicationLag;
import io.orgscope.backfill.throttle.RunningAnalyze;
import io.orgscope.backfill.throttle.RunningVacuum;
import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.backfill.throttle.ThrottleCondition;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty column of a live table. The description of the package explains how.
 *
 * <p>It writes only rows whose column is null and for which there is a value. If a run was killed, another run finishes
 * it. An object can be used for one run.
 */
public final class Backfill {

    /** How long to wait for a standby that does not come nearer. */
    private static final Duration STANDBY_PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

    private static final String SEES_ALL = "SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')";

    private final BackfillTask task;
    private final BackfillOptions options;
    private final ConnectionSource source;
    private final ProgressListener listener;
    private final List<ThrottleCondition> furtherConditions;
    private final Throttle throttle;
    private final BackfillStatistics statistics;
    private final Set<Met> met = new HashSet<>();

    /** A heap that was found, with the name that the statements use. */
    private record Met(long oid, TableName name) {
    }

    /**
     * Prepares a backfill. Nothing is done yet.
     *
     * @param task     what to fill
     * @param extra    opens the connections of the workers beyond the first
     * @param listener receives the progress
     */
    public Backfill(BackfillTask task, ConnectionSource extra, ProgressListener listener) {
        this(task, extra, listener, List.of());
    }

    Backfill(BackfillTask task, ConnectionSource extra, ProgressListener listener, List<ThrottleCondition> furtherConditions) {
        this.task = Objects.requireNonNull(task, "task");
        this.options = task.options();
        this.source = Objects.requireNonNull(extra, "extra");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.furtherConditions = List.copyOf(furtherConditions);
        this.throttle = new Throttle(options.pace(), options.batch());
        this.statistics = new BackfillStatistics(task.table());
    }

    /**
     * Fills the column. Returns when no row is left for which there is a value.
     *
     * @param connection in autocommit, because every batch is a transaction of its own. Afterwards its settings are as
     *                   before
     * @throws IllegalStateException if the connection is in a transaction
     */
    public BackfillResult run(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("A backfill commits every batch, so it cannot be part of a transaction."
                    + " Set runInTransaction: false on its change set.");
        }
        // This is before the session gets our short timeouts. Reading the catalog may wait as long as the caller allows.
        List<HeapBackfill> heaps = heaps(connection);
        if (heaps.isEmpty()) {
            return statistics.result(0, 0);
        }
        if (heaps.size() == 1 && heaps.get(0).heap().small() && heaps.get(0).heap().name().equals(task.table()) && furtherConditions.isEmpty()) {
            return fillSmall(connection, heaps.get(0));
        }
        boolean seesAll = Sql.first(connection, false, SEES_ALL, row -> row.getBoolean(1));
        try (WorkerSessions sessions = WorkerSessions.on(connection, source, task, statistics)) {
            Snapshots snapshots = seesAll ? new Snapshots(options.snapshotAge(), Snapshots.AGE_OF_AUTOVACUUM, sessions.pids()) : null;
            Monitor.Periodic monitor = new Monitor.Periodic(sessions.first(), throttle, statistics, listener,
                    conditions(seesAll, sessions), snapshots);
            long empty = fill(heaps, sessions, monitor);
            monitor.report(null, true);
            return statistics.result(empty, monitor.walBytes());
        }
    }

    /** A table of a few pages is filled before there is anything to monitor. Most need no session for what is left. */
    private BackfillResult fillSmall(Connection connection, HeapBackfill heap) throws SQLException {
        FewPages pages = new FewPages(heap, connection);
        long empty = 0;
        long bytes = 0;
        if (!pages.fill()) {
            try (Session session = Session.on(connection, task)) {
                WrittenWal wal = WrittenWal.from(connection);
                empty = new Worker(session, Monitor.NONE).sweep(heap);
                bytes = wal.bytes();
            }
        }
        bytes += pages.walBytes();
        listener.progress(statistics.progress(bytes, null, true));
        return statistics.result(empty, bytes);
    }

    /** The heaps that were not found before. A partitioned table may have new ones, or one may have another name now. */
    private List<HeapBackfill> heaps(Connection connection) throws SQLException {
        List<HeapBackfill> heaps = new ArrayList<>();
        for (Heap heap : Heap.under(connection, task.table(), task.column())) {
            if (met.add(new Met(heap.oid(), heap.name()))) {
                stripes(connection, heap).ifPresent(stripes -> {
                    statistics.add(heap, stripes);
                    heaps.add(new HeapBackfill(task, heap, stripes, new Windows(heap.small() ? 0 : heap.pages()), throttle, statistics));
                });
            }
        }
        if (!heaps.isEmpty()) {
            LOG.info("Backfill of {}: {}; {} ms a batch, {} worker(s)", task.table().column(task.column()), Heap.describe(heaps),
                    options.batch().toMillis(), options.workers());
        }
        return heaps;
    }

    /** Empty if the partition was dropped since it was found. */
    private Optional<Stripes> stripes(Connection connection, Heap heap) throws SQLException {
        try {
            return Optional.of(Stripes.of(connection, heap));
        } catch (SQLException failure) {
            if (!SqlState.UNDEFINED_TABLE.equals(failure.getSQLState()) || heap.name().equals(task.table())) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private long fill(List<HeapBackfill> first, WorkerSessions sessions, Monitor.Periodic monitor) throws SQLException {
        Worker firstWorker = new Worker(sessions.first(), monitor);
        boolean partitioned = first.stream().anyMatch(backfill -> !backfill.heap().name().equals(task.table()));
        long empty = 0;
        for (List<HeapBackfill> heaps = first; !heaps.isEmpty();
                heaps = partitioned ? sessions.first().readingCatalog(() -> heaps(sessions.first().connection())) : List.of()) {
            empty += fill(heaps, firstWorker, sessions, monitor);
        }
        return empty;
    }

    private long fill(List<HeapBackfill> heaps, Worker firstWorker, WorkerSessions sessions, Monitor.Periodic monitor) throws SQLException {
        WorkerThreads workers = new WorkerThreads(heaps, statistics);
        long empty = 0;
        boolean done = false;
        try {
            workers.start(sessions.others());
            fill(heaps, firstWorker);
            workers.join(monitor);
            fill(heaps, firstWorker);
            for (HeapBackfill backfill : heaps) {
                empty += firstWorker.sweep(backfill);
            }
            done = true;
            return empty;
        } finally {
            if (!done) {
                throttle.stop();
            }
            workers.stop();
        }
    }

    private static void fill(List<HeapBackfill> heaps, Worker worker) throws SQLException {
        for (HeapBackfill backfill : heaps) {
            worker.fill(backfill);
        }
    }

    private List<ThrottleCondition> conditions(boolean seesAll, WorkerSessions sessions) {
        List<ThrottleCondition> conditions = new ArrayList<>(furtherConditions);
        if (options.walToArchive() > 0) {
            conditions.add(new ArchiverLag(options.walToArchive()));
        }
        if (seesAll && options.replicationLag() > 0) {
            conditions.add(new ReplicationLag(options.replicationLag(), STANDBY_PATIENCE, statistics::notice));
        }
        if (seesAll && options.yieldToAutovacuum()) {
            conditions.add(new RunningVacuum(sessions::heaps));
            conditions.add(new RunningAnalyze(sessions::heaps));
        }
        if (!seesAll) {
            statistics.notice("The role cannot see other sessions, so the backfill cannot check replication lag, autovacuum and long snapshots. To"
                    + " allow it, GRANT pg_read_all_stats to the role.");
        }
        return conditions;
    }
}
