package io.orgscope.bench;

import org.HdrHistogram.Histogram;

/** The statements that were due in a span of time. */
final class Recording {

    /** The picture has a point every so many nanoseconds. */
    static final long SLOT = 100_000_000;

    private static final long SLOW = 100_000_000;

    private final long from;
    private final long to;
    private final Histogram histogram = new Histogram(3);
    private final long[] slots;
    private long slow;
    private long failed;

    Recording(long from, long to) {
        this.from = from;
        this.to = to;
        this.slots = new long[(int) ((to - from) / SLOT) + 1];
    }

    void add(long due, long latency, boolean failure) {
        if (due < from || due >= to) {
            return;
        }
        histogram.recordValue(Math.max(1, latency / 1000));
        slots[(int) ((due - from) / SLOT)] = Math.max(slots[(int) ((due - from) / SLOT)], latency);
        slow += latency > SLOW ? 1 : 0;
        failed += failure ? 1 : 0;
    }

    double longestMillis() {
        return histogram.getMaxValue() / 1000.0;
    }

    double percentileMillis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }

    long statements() {
        return histogram.getTotalCount();
    }

    long slow() {
        return slow;
    }

    long failed() {
        return failed;
    }

    /** The longest stall in each slot, in milliseconds. */
    double[] stalls() {
        double[] millis = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            millis[i] = slots[i] / 1e6;
        }
        return millis;
    }
}
