package io.orgscope.step;

import io.orgscope.report.Listing;
import io.orgscope.report.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of one update did. It is shown at the end of the update. Liquibase runs the steps of a command one
 * after the other in one thread, so the summary belongs to the thread until it is taken.
 */
public final class UpdateSummary {

    private static final int MOST_NAMES = 5;

    private static final ThreadLocal<UpdateSummary> CURRENT = new ThreadLocal<>();

    private final long start = System.nanoTime();
    private final Set<String> tables = new LinkedHashSet<>();
    private final List<String> adopted = new ArrayList<>();
    private final Set<String> undistributed = new LinkedHashSet<>();
    private String lacking;
    private long rows;
    private long walBytes;

    private UpdateSummary() {
    }

    /** The summary of the update that runs in this thread. The first step begins it. */
    public static UpdateSummary current() {
        if (CURRENT.get() == null) {
            CURRENT.set(new UpdateSummary());
        }
        return CURRENT.get();
    }

    /** Ends the summary of this thread; empty if no step ran. */
    public static Optional<UpdateSummary> take() {
        Optional<UpdateSummary> summary = Optional.ofNullable(CURRENT.get());
        CURRENT.remove();
        return summary;
    }

    /** Notes that a step of a table ran. */
    void ran(String table) {
        tables.add(table);
    }

    void adopted(String what) {
        adopted.add(what);
    }

    /**
     * Notes that the distribution of a table waits.
     *
     * @param why what is missing, as a sentence
     */
    public void waits(String table, String why) {
        undistributed.add(table);
        lacking = why;
    }

    /**
     * Notes the result of a backfill.
     *
     * @param more      rows that it filled
     * @param moreBytes WAL that was written meanwhile
     */
    public void filled(long more, long moreBytes) {
        rows += more;
        walBytes += moreBytes;
    }

    /**
     * The summary in a few lines.
     *
     * @param waiting tables whose contract has not run
     */
    public List<String> lines(long waiting) {
        List<String> lines = new ArrayList<>();
        if (!tables.isEmpty()) {
            ran(lines, waiting);
        }
        if (!undistributed.isEmpty()) {
            lines.add("orgscope: the distribution of " + Quantity.count(undistributed.size(), "table") + " waits (step 15, label orgscope-distribute). "
                    + lacking + " Then run update again.");
        }
        return lines;
    }

    private void ran(List<String> lines, long waiting) {
        lines.add(String.format(Locale.ROOT, "orgscope: %s in %s; %,d rows filled, %s of WAL meanwhile.", Quantity.count(tables.size(), "table"),
                Quantity.seconds((System.nanoTime() - start) / 1e9), rows, Quantity.bytes(walBytes)));
        if (!adopted.isEmpty()) {
            lines.add("orgscope: adopted, so that a rollback leaves it: " + Listing.separated(adopted, MOST_NAMES, "; ") + ".");
        }
        if (waiting > 0) {
            lines.add("orgscope: the contract of " + Quantity.count(waiting, "table") + " waits (label orgscope-contract). Release the application that writes"
                    + " the column. When the old one is gone, run update with --label-filter=orgscope-contract.");
        }
    }
}
