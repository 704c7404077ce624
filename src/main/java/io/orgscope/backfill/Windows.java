package io.orgscope.backfill;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Gives the pages of a heap to the workers, in windows, so that no two workers visit the same page.
 *
 * <p>A window has to be several batches long. PostgreSQL can prune what a pass leaves behind only when every statement
 * that ran at that time has ended, also those of the other workers.
 */
final class Windows {

    /** The pages from the first up to the second, which is not included. */
    record Window(long from, long to) {
        long pages() {
            return to - from;
        }
    }

    private long end;
    private final Deque<Window> returned = new ArrayDeque<>();
    private long next;

    Windows(long end) {
        this.end = end;
    }

    /** The next window of about that many pages, or null if no page is left. */
    synchronized Window claim(long pages) {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        if (next >= end) {
            return null;
        }
        // A short last window would be too small to be pruned in time.
        long to = end - next < pages + pages / 2 ? end : next + pages;
        Window window = new Window(next, to);
        next = to;
        return window;
    }

    /** Whether a window is left. */
    synchronized boolean left() {
        return next < end || !returned.isEmpty();
    }

    /** Gives out no more windows: there is nothing left to visit. */
    synchronized void close() {
        end = next;
        returned.clear();
    }

    /** Takes back a window that a worker could not finish. */
    synchronized void giveBack(Window window) {
        returned.push(window);
    }
}
