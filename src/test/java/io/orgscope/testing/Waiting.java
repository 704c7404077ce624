package io.orgscope.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process or session does, by looking at it, never by guessing how long it takes. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Waiting() {
    }

    /** Looks every few milliseconds until the condition holds; fails after a minute. */
    public static void until(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited %d s in vain until %s".formatted(PATIENCE.toSeconds(), what));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Something that becomes true. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }
}
