package io.orgscope.backfill.progress;

/** Gets the progress of a backfill, about once a second and at the end, always on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {

    /** Tells no one. */
    ProgressListener NONE = progress -> { };

    /** Called on the thread that runs the backfill, between two batches. */
    void progress(Progress progress);
}
