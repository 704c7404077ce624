package io.orgscope.bench;

import java.util.Arrays;

/** What one client saw: when each statement was due, how long it took from then, whether it failed. */
final class Events {

    private long[] due = new long[1 << 12];
    private long[] latency = new long[1 << 12];
    private int count;

    synchronized void add(long dueAt, long nanos, boolean failed) {
        if (count == due.length) {
            due = Arrays.copyOf(due, count * 2);
            latency = Arrays.copyOf(latency, count * 2);
        }
        due[count] = dueAt;
        latency[count++] = failed ? -nanos : nanos;
    }

    synchronized void addTo(Recording recording) {
        for (int i = 0; i < count; i++) {
            recording.add(due[i], Math.abs(latency[i]), latency[i] < 0);
        }
    }
}
