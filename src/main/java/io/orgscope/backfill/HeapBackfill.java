package io.orgscope.backfill;

import io.orgscope.backfill.throttle.Throttle;

/** What all workers share for one heap. */
record HeapBackfill(BackfillTask task, Heap heap, Stripes stripes, Windows windows, Throttle throttle, BackfillStatistics statistics) {

    BackfillOptions options() {
        return task.options();
    }

    /** A new batch size for each kind of statement. */
    AdaptiveBatchSize batchSize() {
        return new AdaptiveBatchSize(options().batch().toNanos());
    }
}
