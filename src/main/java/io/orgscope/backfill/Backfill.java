package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty column of a live table. What it does, and why it is fast, is said in the package's description.
 *
 * <p>Only rows where the column is null and the value is not are written. A run that was killed is finished by another
 * one. An object is good for one run.
 */
public final class Backfill {

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

    private static final String SEES_ALL = "SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')";

    private final BackfillTask task;
    private final BackfillOptions options;
    private final ConnectionSource source;
    private final ProgressListener listener;
    private final List<Brake> furtherBrakes;
    private final Meter meter = new Meter();

    /**
     * Prepares a backfill; nothing is done yet.
     *
     * @param task     what to fill
     * @param extra    opens the connections of the workers beyond the first
     * @param listener is told how far it is
     */
    public Backfill(BackfillTask task, ConnectionSource extra, ProgressListener listener) {
        this(task, extra, listener, List.of());
    }

    Backfill(BackfillTask task, ConnectionSource extra, ProgressListener listener, List<Brake> furtherBrakes) {
        this.task = Objects.requireNonNull(task, "task");
        this.options = task.options();
        this.source = Objects.requireNonNull(extra, "extra");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.furtherBrakes = List.copyOf(furtherBrakes);
    }

    /**
     * Fills the column and returns when nothing that has a value is left.
     *
     * @param connection in autocommit, because every batch is a transaction of its own; afterwards its settings are
     *                   those it came with
     * @throws IllegalStateException when the connection is in a transaction
     */
    public BackfillResult run(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("A backfill commits every batch, so it cannot be part of a transaction."
                    + " Set runInTransaction: false on its change set.");
        }
        // Before the session gets our short timeouts: what only reads may wait as long as the caller lets it.
        Map<Heap, Shape> heaps = new LinkedHashMap<>();
        for (Heap heap : Heap.under(connection, task.table(), task.column())) {
            heaps.put(heap, Shape.of(connection, heap));
        }
        if (heaps.isEmpty()) {
            return meter.result(0, 0);
        }
        boolean seesAll = Sql.first(connection, false, SEES_ALL, row -> row.getBoolean(1));
        try (Crew crew = Crew.on(connection, source, task, meter)) {
            Snapshots snapshots = seesAll ? new Snapshots(options.snapshotAge(), crew.pids()) : null;
            List<Brake> brakes = brakes(seesAll);
            long wal = 0;
            long empty = 0;
            for (Map.Entry<Heap, Shape> each : heaps.entrySet()) {
                Job job = job(each.getKey(), each.getValue());
                List<Brake> all = new ArrayList<>(brakes);
                if (seesAll && options.yieldToAutovacuum()) {
                    all.add(new AutovacuumBrake(job.heap().oid()));
                    all.add(new AnalyzeBrake(job.heap().oid()));
                }
                Watch.Lead watch = new Watch.Lead(crew.lead(), job.gate(), meter, listener, all, snapshots);
                empty += fill(job, crew, watch);
                wal += watch.walBytes();
            }
            return meter.result(empty, wal);
        }
    }

    /**
     * The same as plain SQL, for a preview or for psql: a DO block that commits its batches, so it has to run in
     * autocommit. No database is asked.
     */
    public String script() {
        return new Script(task).text();
    }

    private Job job(Heap heap, Shape shape) {
        meter.begin(heap, shape);
        LOG.info("Backfill of {}: {}; {} ms a batch, {} worker(s)", heap.name().column(task.column()), shape.describe(),
                options.batch().toMillis(), options.workers());
        return new Job(task, heap, shape, new Windows(heap.pages()), new Gate(options), meter);
    }

    private long fill(Job job, Crew crew, Watch.Lead watch) throws SQLException {
        Session lead = crew.lead();
        Helpers helpers = new Helpers(job);
        try (Statements statements = new Statements(lead.connection(), job)) {
            helpers.start(crew.others());
            new Filler(job, lead, statements, Backlog.of(lead), watch).run();
            helpers.join(watch);
            new Filler(job, lead, statements, Backlog.of(lead), watch).run();
            long empty = new Sweep(job, lead, statements, watch).run();
            watch.report(null, true);
            return empty;
        } finally {
            helpers.stop();
        }
    }

    private List<Brake> brakes(boolean seesAll) {
        List<Brake> brakes = new ArrayList<>(furtherBrakes);
        if (options.walToArchive() > 0) {
            brakes.add(new ArchiverBrake(options.walToArchive()));
        }
        if (seesAll && options.replicationLag() > 0) {
            brakes.add(new ReplicationBrake(options.replicationLag()));
        }
        if (!seesAll) {
            meter.notice("The role cannot see other sessions, so the backfill does not look at replication lag, autovacuum"
                    + " or long snapshots. To have that, GRANT pg_read_all_stats to it.");
        }
        return brakes;
    }
}
