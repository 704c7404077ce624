package io.orgscope.backfill;

import io.orgscope.backfill.progress.Progress;
import io.orgscope.postgres.TableName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the work of all workers and keeps the notices. */
final class BackfillStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

    private final long start = System.nanoTime();
    private final AtomicLong filled = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong passed = new AtomicLong();
    private final List<String> notices = new CopyOnWriteArrayList<>();

    private final TableName table;
    private volatile long toPass;
    private volatile long rowsTotal;

    BackfillStatistics(TableName table) {
        this.table = table;
    }

    /** Adds a heap: its pages are visited once for each stripe. */
    void add(Heap heap, Stripes stripes) {
        toPass += heap.small() ? 0 : heap.pages() * stripes.count();
        rowsTotal += heap.rows() >= 0 ? heap.rows() : Math.round(heap.pages() * stripes.rowsPerPage());
    }

    /** Counts a committed batch. */
    void committed(long rows) {
        filled.addAndGet(rows);
        batches.incrementAndGet();
    }

    /** Counts pages that were visited or need no visit. */
    void passed(long pages) {
        passed.addAndGet(pages);
    }

    /** Logs and keeps a notice for the user. */
    void notice(String message) {
        notices.add(message);
        LOG.warn("{}", message);
    }

    double share() {
        return Math.min(1, passed.get() / (double) Math.max(1, toPass));
    }

    TableName table() {
        return table;
    }

    Progress progress(long walBytes, String waitingFor, boolean finished) {
        double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
        double share = finished ? 1 : share();
        Duration left = share <= 0 ? Duration.ZERO
                : Duration.ofMillis(Math.round(seconds * 1000 * (1 - share) / share));
        return new Progress(table, filled.get(), Math.max(rowsTotal, 0), share, filled.get() / seconds, left, walBytes,
                waitingFor, finished);
    }

    BackfillResult result(long empty, long walBytes) {
        return new BackfillResult(filled.get(), empty, batches.get(), walBytes, List.copyOf(notices));
    }
}
