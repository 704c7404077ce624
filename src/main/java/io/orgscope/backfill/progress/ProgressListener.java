package io.orgscope.backfill.progress;

/** Receives the progress of a backfill, about once a second and at the end, always on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {

    /** Ignores the progress. */
    ProgressListener NONE = progress -> { };

    /** Called on the thread that runs the backfill, between two batches. */
    void progress(Progress progress);
}
