package io.orgscope.backfill.progress;

import io.orgscope.report.Quantity;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress for a person who reads a log: a line every few seconds, and one at the end. */
public final class ProgressText implements ProgressListener {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Consumer<String> lines;
    private final String place;
    private long next = System.nanoTime() + FIRST.toNanos();

    /** @param place the position of the table among those of the changelog, or empty */
    public ProgressText(Consumer<String> lines, String place) {
        this.lines = lines;
        this.place = place;
    }

    @Override
    public synchronized void progress(Progress progress) {
        if (progress.finished() || System.nanoTime() >= next) {
            lines.accept(text(progress, place));
            next = System.nanoTime() + EVERY.toNanos();
        }
    }

    public static String text(Progress progress, String place) {
        String text = String.format(Locale.ROOT, "03 backfill %s%s: %,d of %s%,d rows (%d %%), %,.0f rows/s, %s of WAL", progress.table(),
                place.isEmpty() ? "" : " (" + place + ")", progress.rowsDone(), progress.finished() ? "" : "about ", Math.max(progress.rowsTotal(), progress.rowsDone()),
                Math.round(progress.share() * 100), progress.rowsPerSecond(), Quantity.bytes(progress.walBytes()));
        if (progress.finished()) {
            return text + ", done";
        }
        return text + ", " + Quantity.seconds(progress.left()) + " left"
                + (progress.waitingFor() == null ? "" : "; waiting for " + progress.waitingFor());
    }
}
