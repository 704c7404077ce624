package io.orgscope.backfill.progress;

/** Is told how far a backfill is: about once a second, and at the end, always on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {

    /** Tells no one. */
    ProgressListener NONE = progress -> { };

    /** Called on the thread that runs the backfill, between two batches. */
    void progress(Progress progress);
}
