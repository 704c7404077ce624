package io.orgscope.backfill;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** One worker: fills window after window on its own connection. */
final class Filler {

    /** The least number of batches in a window; see {@link Windows}. */
    private static final int BATCHES = 4;

    private static final long LEAST_WINDOW = 1024;

    private final HeapBackfill backfill;
    private final Session session;
    private final Statements statements;
    private final BatchRunner runner;
    private final Monitor monitor;
    private final AdaptiveBatchSize[] batchSizes;
    private final AdaptiveBatchSize looking;
    private final UnflushedWal unflushedWal;

    /** A row without a value was found. Every further fast batch would fail too. */
    private boolean valuesMissing;

    /** Rows of this window are locked. */
    private boolean windowBusy;

    /** Windows whose first pass was begun. It is one window, except while nothing can be pruned. */
    private final Deque<Windows.Window> begun = new ArrayDeque<>();

    Filler(HeapBackfill backfill, Session session, Statements statements, UnflushedWal unflushedWal, Monitor monitor) {
        this.backfill = backfill;
        this.session = session;
        this.statements = statements;
        this.unflushedWal = unflushedWal;
        this.monitor = monitor;
        this.runner = new BatchRunner(session, backfill.options());
        this.batchSizes = Stream.generate(backfill::batchSize).limit(backfill.stripes().count()).toArray(AdaptiveBatchSize[]::new);
        this.looking = backfill.batchSize();
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
                begun.forEach(backfill.windows()::giveBack);
                throw failure;
            }
        }
    }

    private Windows.Window claim() {
        long longestBatch = Stream.of(batchSizes).mapToLong(AdaptiveBatchSize::pages).max().orElse(0);
        return backfill.throttle().stopped() ? null : backfill.windows().claim(Math.max(LEAST_WINDOW, BATCHES * longestBatch));
    }

    /** Runs the first pass. It does not need free space on the pages; it makes the space for the next pass. */
    private void begin(Windows.Window window) throws SQLException {
        begun.add(window);
        windowBusy = false;
        if (anyEmpty(window)) {
            pass(window, 0);
        } else {
            backfill.statistics().passed(window.pages() * batchSizes.length);
            begun.removeLast();
        }
    }

    private void finish(Windows.Window window) throws SQLException {
        windowBusy = false;
        for (int stripe = 1; stripe < batchSizes.length; stripe++) {
            pass(window, stripe);
        }
        prune(window);
    }

    /** While nothing can be pruned, there is no space for further passes. Begins other windows, or waits. */
    private void untilPruningWorks() throws SQLException {
        while (backfill.throttle().pruningBlocked()) {
            Windows.Window window = claim();
            if (window == null) {
                backfill.throttle().waitBriefly();
            } else {
                begin(window);
            }
            monitor.check();
        }
    }

    /** Whether the window has empty rows. An earlier run may have filled it; then it needs no visit. */
    private boolean anyEmpty(Windows.Window window) throws SQLException {
        long at = window.from();
        while (at < window.to()) {
            long from = at;
            long to = Math.min(window.to(), from + looking.pages());
            long found = runner.run(looking, to - from, () -> statements.anyEmpty(from, to) ? 1L : 0L);
            if (found > 0) {
                return true;
            }
            at = found == BatchRunner.AGAIN ? at : to;
        }
        return false;
    }

    /**
     * Reads pages, so that PostgreSQL prunes what the last pass left there. Otherwise the next reader would prune them.
     * After the next checkpoint that costs a whole page of WAL for each page: 390 bytes a row.
     */
    private void prune(Windows.Window window) throws SQLException {
        long at = window.from();
        while (at < window.to() && !backfill.throttle().stopped()) {
            monitor.check();
            untilPruningWorks();
            backfill.throttle().await();
            long from = at;
            long to = Math.min(window.to(), from + looking.pages());
            if (runner.run(looking, to - from, () -> statements.read(from, to)) != BatchRunner.AGAIN) {
                at = to;
            }
        }
    }

    private void pass(Windows.Window window, int stripe) throws SQLException {
        AdaptiveBatchSize batchSize = batchSizes[stripe];
        long at = window.from();
        while (at < window.to()) {
            monitor.check();
            if (stripe > 0) {
                untilPruningWorks();
            }
            backfill.throttle().await();
            if (backfill.throttle().stopped()) {
                return;
            }
            long from = at;
            long to = Math.min(window.to(), from + batchSize.pages());
            long start = System.nanoTime();
            if (runner.run(batchSize, to - from, () -> batch(from, to, stripe)) != BatchRunner.AGAIN) {
                backfill.statistics().passed(to - from);
                at = to;
                session.bestEffort(unflushedWal::batchWritten);
            }
            backfill.throttle().rest(System.nanoTime() - start);
        }
    }

    private long batch(long from, long to, int stripe) throws SQLException {
        int rows = valuesMissing || windowBusy
                ? statements.fillCarefully(from, to, stripe) : fillFast(from, to, stripe);
        backfill.statistics().committed(rows);
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
        return statements.fillCarefully(from, to, stripe);
    }
}
