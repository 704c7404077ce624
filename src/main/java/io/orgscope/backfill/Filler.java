package io.orgscope.backfill;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** One worker: fills window after window on its own connection. */
final class Filler {

    /** A window is at least that many batches long; see {@link Windows}. */
    private static final int BATCHES = 4;

    private static final long LEAST_WINDOW = 1024;

    private final Job job;
    private final Session session;
    private final Statements statements;
    private final Recovery recovery;
    private final Watch watch;
    private final Lane[] lanes;
    private final Lane looking;
    private final Backlog backlog;

    /** Rows without a value were met: every fast batch would fail again. */
    private boolean valuesMissing;

    /** Somebody holds rows of this window. */
    private boolean windowBusy;

    /** Windows whose first pass was begun: one, but for the time when nothing can be pruned. */
    private final Deque<Windows.Window> begun = new ArrayDeque<>();

    Filler(Job job, Session session, Statements statements, Backlog backlog, Watch watch) {
        this.job = job;
        this.session = session;
        this.statements = statements;
        this.backlog = backlog;
        this.watch = watch;
        this.recovery = new Recovery(session, job.options(), job.meter());
        this.lanes = Stream.generate(job::lane).limit(job.shape().stripes()).toArray(Lane[]::new);
        this.looking = job.lane();
    }

    /** Fills windows until none is left, or the work is stopped. */
    void run() throws SQLException {
        for (Windows.Window window = claim(); window != null; window = claim()) {
            try {
                begin(window);
                while (!begun.isEmpty()) {
                    finish(begun.peek());
                    begun.remove();
                }
            } catch (SQLException | RuntimeException failure) {
                begun.forEach(job.windows()::giveBack);
                throw failure;
            }
        }
    }

    private Windows.Window claim() {
        long longestBatch = Stream.of(lanes).mapToLong(Lane::pages).max().orElse(0);
        return job.gate().stopped() ? null : job.windows().claim(Math.max(LEAST_WINDOW, BATCHES * longestBatch));
    }

    /** Does the first pass, which needs no room, because it makes it. */
    private void begin(Windows.Window window) throws SQLException {
        begun.add(window);
        windowBusy = false;
        if (anyEmpty(window)) {
            pass(window, 0);
        } else {
            job.meter().passed(window.pages() * lanes.length);
            begun.removeLast();
        }
    }

    private void finish(Windows.Window window) throws SQLException {
        windowBusy = false;
        for (int stripe = 1; stripe < lanes.length; stripe++) {
            pass(window, stripe);
        }
        prune(window);
    }

    /** While nothing can be pruned there is no room for further passes: begins other windows, or waits. */
    private void untilPrunable() throws SQLException {
        while (job.gate().versionsStay()) {
            Windows.Window window = claim();
            if (window == null) {
                job.gate().waitALittle();
            } else {
                begin(window);
            }
            watch.look();
        }
    }

    /** What an earlier run filled needs no visit. */
    private boolean anyEmpty(Windows.Window window) throws SQLException {
        long at = window.from();
        while (at < window.to()) {
            long from = at;
            long to = Math.min(window.to(), from + looking.pages());
            long found = recovery.run(looking, to - from, () -> statements.anyEmpty(from, to) ? 1L : 0L);
            if (found > 0) {
                return true;
            }
            at = found == Recovery.AGAIN ? at : to;
        }
        return false;
    }

    /**
     * A look at pages prunes what the last pass left there. Whoever looks at them first would do it, but after the next
     * checkpoint that costs a whole page of WAL for each: 390 bytes a row.
     */
    private void prune(Windows.Window window) throws SQLException {
        long at = window.from();
        while (at < window.to() && !job.gate().stopped()) {
            watch.look();
            untilPrunable();
            job.gate().pass();
            long from = at;
            long to = Math.min(window.to(), from + looking.pages());
            if (recovery.run(looking, to - from, () -> statements.read(from, to)) != Recovery.AGAIN) {
                at = to;
            }
        }
    }

    private void pass(Windows.Window window, int stripe) throws SQLException {
        Lane lane = lanes[stripe];
        long at = window.from();
        while (at < window.to()) {
            watch.look();
            if (stripe > 0) {
                untilPrunable();
            }
            job.gate().pass();
            if (job.gate().stopped()) {
                return;
            }
            long from = at;
            long to = Math.min(window.to(), from + lane.pages());
            long start = System.nanoTime();
            if (recovery.run(lane, to - from, () -> batch(from, to, stripe)) != Recovery.AGAIN) {
                job.meter().passed(to - from);
                at = to;
                session.ifThereIsTime(backlog::batchWritten);
            }
            job.gate().rest(System.nanoTime() - start);
        }
    }

    private long batch(long from, long to, int stripe) throws SQLException {
        long start = System.nanoTime();
        int rows = valuesMissing || windowBusy
                ? statements.fillCarefully(from, to, stripe) : fillFast(from, to, stripe);
        job.meter().committed(rows, System.nanoTime() - start);
        return rows;
    }

    private int fillFast(long from, long to, int stripe) throws SQLException {
        try {
            return statements.fillFast(from, to, stripe);
        } catch (SQLException failure) {
            valuesMissing |= Failures.unanswered(failure);
            windowBusy |= Failures.busy(failure);
            if (!valuesMissing && !windowBusy) {
                throw failure;
            }
        }
        job.meter().retried();
        return statements.fillCarefully(from, to, stripe);
    }
}
