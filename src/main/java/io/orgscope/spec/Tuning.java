package io.orgscope.spec;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.LockPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings that change how fast a step runs, and not what it does. They are not part of any checksum. */
public final class Tuning {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min)");
    private static final Duration LONGEST_BATCH = Duration.ofMillis(50);

    private Tuning() {
    }

    /**
     * A duration such as {@code 50ms}, {@code 2s} or {@code 10min}.
     *
     * @throws OrgScopeException if it is none
     */
    public static Duration duration(String what, String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new OrgScopeException(what + " has to be a duration such as 50ms, 2s or 10min, not '" + text + "'.");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** A whole number within bounds. */
    private static int number(String what, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // The exception below has the message.
        }
        throw new OrgScopeException(what + " has to be a whole number from " + least + " to " + most + ", not '" + text + "'.");
    }

    /** The connections that fill rows at the same time. */
    public static int workers(String text) {
        return number("workers", text, 1, 16);
    }

    /** How long one batch should take. */
    public static Duration batch(String text) {
        Duration batch = duration("batch", text);
        if (batch.isZero() || batch.compareTo(LONGEST_BATCH) > 0) {
            throw new OrgScopeException("batch has to be 1ms to " + LONGEST_BATCH.toMillis() + "ms, not '" + text
                    + "': the application may wait for a whole batch.");
        }
        return batch;
    }

    /** The share of its time in which a worker works, above 0 and at most 1. It is written as a percentage. */
    public static double pace(String text) {
        return number("pace", text, 1, 100) / 100.0;
    }

    /** The lock policy. A text that is null stands for the default. */
    public static LockPolicy locks(String timeout, String deadline) {
        return new LockPolicy(timeout == null ? LockPolicy.DEFAULT.timeout() : duration("lockTimeout", timeout),
                deadline == null ? LockPolicy.DEFAULT.deadline() : duration("lockDeadline", deadline));
    }

    /** Fails if the value is not allowed. Whether two values fit together is checked by {@link #requireLocks}. */
    static void require(String key, String text) {
        switch (key) {
            case "workers" -> workers(text);
            case "batch" -> batch(text);
            case "pace" -> pace(text);
            case "lockTimeout" -> locks(text, null);
            default -> duration(key, text);
        }
    }

    /** Fails if these values are no lock policy. */
    static void requireLocks(Map<String, String> tuning) {
        locks(tuning.get("lockTimeout"), tuning.get("lockDeadline"));
    }
}
