package io.orgscope.postgres;

import java.time.Duration;

/**
 * How long one lock request may wait, and how long the requests are repeated. While a request waits, every statement of
 * the application on the table waits behind it.
 *
 * @param timeout  {@code lock_timeout} of one attempt
 * @param deadline the time after which there is no further attempt
 */
public record LockPolicy(Duration timeout, Duration deadline) {

    /** 50 ms an attempt, ten minutes in all. */
    public static final LockPolicy DEFAULT = new LockPolicy(Duration.ofMillis(50), Duration.ofMinutes(10));

    /** The first pause between two attempts. Each further one is up to twice as long, with jitter. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** The longest pause between two attempts. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    public LockPolicy {
        if (timeout.toMillis() < 1 || timeout.toMillis() > 10_000) {
            throw new OrgScopeException("lockTimeout has to be 1ms to 10s, not "
                    + timeout.toMillis() + "ms: while a lock request waits, every statement on the table waits behind it.");
        }
        if (deadline.compareTo(timeout) < 0) {
            throw new OrgScopeException("lockDeadline must not be shorter than lockTimeout, which is " + timeout.toMillis() + "ms.");
        }
    }
}
