package io.orgscope.backfill.progress;

import io.orgscope.report.Quantity;
import java.io.PrintStream;
import java.util.Locale;

/** Progress for a person at a terminal: one line that is overwritten each time. */
public final class ProgressBar implements ProgressListener {

    /** A line that wraps cannot be overwritten. No terminal is narrower than this. */
    private static final int WIDTH = 79;

    private static final int CELLS = 10;
    private static final String ERASE_TO_END = "\u001b[K";

    private final PrintStream terminal;
    private final String place;

    /** @param place the position of the table among those of the changelog, or empty */
    public ProgressBar(PrintStream terminal, String place) {
        this.terminal = terminal;
        this.place = place;
    }

    @Override
    public synchronized void progress(Progress progress) {
        terminal.print("\r" + line(progress, place) + ERASE_TO_END + (progress.finished() ? System.lineSeparator() : ""));
        terminal.flush();
    }

    public static String line(Progress progress, String place) {
        int full = (int) Math.round(progress.share() * CELLS);
        String state = progress.finished() ? "done"
                : progress.waitingFor() == null ? Quantity.seconds(progress.left()) + " left" : "waiting for " + progress.waitingFor();
        String line = String.format(Locale.ROOT, "03 %s[%s%s] %d %%, %s, %,d rows, %,.0f/s, %s WAL: %s", place.isEmpty() ? "" : place + " ", "#".repeat(full),
                "-".repeat(CELLS - full),
                Math.round(progress.share() * 100), state, progress.rowsDone(), progress.rowsPerSecond(),
                Quantity.bytes(progress.walBytes()), progress.table());
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
