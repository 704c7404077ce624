package io.orgscope.backfill;

/**
 * How many pages one kind of statement may visit in the time of a batch. Each stripe has a batch size of its own: the
 * first stripes move rows away and cost several times as much as later ones.
 */
final class AdaptiveBatchSize {

    /** A batch visits no more than that, however cheap its pages are. */
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

    /** Learns from a batch. */
    void took(long visited, long nanos) {
        boolean telling = visited * 2 >= pages || nanos > target;
        if (telling) {
            double ideal = visited * target / Math.max(1, nanos);
            pages = clamp(Math.min(ideal, pages * FASTEST_GROWTH));
        }
    }

    /** Learns from a batch that was ended because it took too long. */
    void tooSlow(long visited) {
        pages = clamp(visited / 4.0);
    }

    private static double clamp(double value) {
        return Math.max(1, Math.min(MOST_PAGES, value));
    }
}
