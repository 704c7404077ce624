package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final String UNDEFINED_TABLE = "42P01";

    private static final String SEES_ALL = "SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')";

    private final BackfillTask task;
    private final BackfillOptions options;
    private final ConnectionSource source;
    private final ProgressListener listener;
    private final List<Brake> furtherBrakes;
    private final Gate gate;
    private final Meter meter;
    private final Set<Long> met = new HashSet<>();

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
        this.gate = new Gate(options);
        this.meter = new Meter(task.table());
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
        List<Job> jobs = jobs(connection);
        if (jobs.isEmpty()) {
            return meter.result(0, 0);
        }
        boolean seesAll = Sql.first(connection, false, SEES_ALL, row -> row.getBoolean(1));
        try (Crew crew = Crew.on(connection, source, task, meter)) {
            Snapshots snapshots = seesAll ? new Snapshots(options.snapshotAge(), crew.pids()) : null;
            Watch.Lead watch = new Watch.Lead(crew.lead(), gate, meter, listener, brakes(seesAll, crew), snapshots);
            long empty = fill(jobs, crew, watch);
            watch.report(null, true);
            return meter.result(empty, watch.walBytes());
        }
    }

    /**
     * The same as plain SQL, for a preview or for psql: a DO block that commits its batches, so it has to run in
     * autocommit. No database is asked.
     */
    public String script() {
        return new Script(task).text();
    }

    /** The heaps that were not met before: of a partitioned table, there may be new ones. */
    private List<Job> jobs(Connection connection) throws SQLException {
        List<Job> jobs = new ArrayList<>();
        for (Heap heap : Heap.under(connection, task.table(), task.column())) {
            if (met.add(heap.oid())) {
                shape(connection, heap).ifPresent(shape -> {
                    meter.add(heap, shape);
                    jobs.add(new Job(task, heap, shape, new Windows(heap.pages()), gate, meter));
                });
            }
        }
        if (!jobs.isEmpty()) {
            LOG.info("Backfill of {}: {}; {} ms a batch, {} worker(s)", task.table().column(task.column()), Heap.describe(jobs),
                    options.batch().toMillis(), options.workers());
        }
        return jobs;
    }

    /** Empty for a partition that was dropped since it was found. */
    private Optional<Shape> shape(Connection connection, Heap heap) throws SQLException {
        try {
            return Optional.of(Shape.of(connection, heap));
        } catch (SQLException failure) {
            if (!UNDEFINED_TABLE.equals(failure.getSQLState()) || heap.name().equals(task.table())) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private long fill(List<Job> first, Crew crew, Watch.Lead watch) throws SQLException {
        Worker lead = new Worker(crew.lead(), watch);
        boolean partitioned = !first.get(0).heap().name().equals(task.table());
        long empty = 0;
        for (List<Job> jobs = first; !jobs.isEmpty(); jobs = partitioned ? crew.lead().patiently(() -> jobs(crew.lead().connection())) : List.of()) {
            empty += fill(jobs, lead, crew, watch);
        }
        return empty;
    }

    private long fill(List<Job> jobs, Worker lead, Crew crew, Watch.Lead watch) throws SQLException {
        Helpers helpers = new Helpers(jobs, meter);
        long empty = 0;
        boolean done = false;
        try {
            helpers.start(crew.others());
            fill(jobs, lead);
            helpers.join(watch);
            fill(jobs, lead);
            for (Job job : jobs) {
                empty += lead.sweep(job);
            }
            done = true;
            return empty;
        } finally {
            if (!done) {
                gate.stop();
            }
            helpers.stop();
        }
    }

    private static void fill(List<Job> jobs, Worker worker) throws SQLException {
        for (Job job : jobs) {
            worker.fill(job);
        }
    }

    private List<Brake> brakes(boolean seesAll, Crew crew) {
        List<Brake> brakes = new ArrayList<>(furtherBrakes);
        if (options.walToArchive() > 0) {
            brakes.add(new ArchiverBrake(options.walToArchive()));
        }
        if (seesAll && options.replicationLag() > 0) {
            brakes.add(new ReplicationBrake(options.replicationLag()));
        }
        if (seesAll && options.yieldToAutovacuum()) {
            brakes.add(new AutovacuumBrake(crew::heaps));
            brakes.add(new AnalyzeBrake(crew::heaps));
        }
        if (!seesAll) {
            meter.notice("The role cannot see other sessions, so the backfill does not look at replication lag, autovacuum"
                    + " or long snapshots. To have that, GRANT pg_read_all_stats to it.");
        }
        return brakes;
    }
}
