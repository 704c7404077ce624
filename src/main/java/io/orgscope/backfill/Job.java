package io.orgscope.backfill;

/** What all workers of one heap share. */
record Job(BackfillTask task, Heap heap, Shape shape, Windows windows, Gate gate, Meter meter) {

    BackfillOptions options() {
        return task.options();
    }

    /** A new lane for each kind of statement. */
    Lane lane() {
        return new Lane(options().batch().toNanos());
    }
}
