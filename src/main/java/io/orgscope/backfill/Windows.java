package io.orgscope.backfill;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Gives the pages of a heap to the workers, in windows, so that no two workers visit the same page.
 *
 * <p>A window has to be several batches long. PostgreSQL can prune what a pass leaves behind only when every statement
 * has ended that ran at that time, also those of the other workers.
 */
final class Windows {

    /** Pages from the first, up to but without the second. */
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

    /** The next window of about that many pages, or null when all are taken. */
    synchronized Window claim(long pages) {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        if (next >= end) {
            return null;
        }
        // A short rest would be a window too small to prune in time.
        long to = end - next < pages + pages / 2 ? end : next + pages;
        Window window = new Window(next, to);
        next = to;
        return window;
    }

    /** Whether a window is left to claim. */
    synchronized boolean left() {
        return next < end || !returned.isEmpty();
    }

    /** Hands out no more: there is nothing left to visit. */
    synchronized void close() {
        end = next;
        returned.clear();
    }

    /** Takes back what a worker could not finish. */
    synchronized void giveBack(Window window) {
        returned.push(window);
    }
}
