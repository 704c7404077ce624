package io.orgscope.backfill;

/**
 * The number of pages that one kind of statement can visit in the time of a batch. Each stripe has a batch size of its
 * own: the first stripes move rows to other pages and take several times as long as later ones.
 */
final class AdaptiveBatchSize {

    /** A batch never visits more pages, even if they take little time. */
    static final int MOST_PAGES = 4096;

    private static final int FIRST_PAGES = 32;
    private static final double FASTEST_GROWTH = 2;

    private final double target;
    private double pages;

    AdaptiveBatchSize(long targetNanos) {
        this(targetNanos, FIRST_PAGES);
    }

    AdaptiveBatchSize(long targetNanos, int first) {
        target = targetNanos;
        pages = first;
    }

    /** The pages that the next batch should visit. */
    int pages() {
        return (int) pages;
    }

    /** Adapts the size to the time that a batch took. */
    void took(long visited, long nanos) {
        boolean telling = visited * 2 >= pages || nanos > target;
        if (telling) {
            double ideal = visited * target / Math.max(1, nanos);
            pages = clamp(Math.min(ideal, pages * FASTEST_GROWTH));
        }
    }

    /** Adapts the size to a batch that was ended because it took too long. */
    void tooSlow(long visited) {
        pages = clamp(visited / 4.0);
    }

    private static double clamp(double value) {
        return Math.max(1, Math.min(MOST_PAGES, value));
    }
}
