package io.orgscope.spec;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.OrgScopeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings that change how fast a step runs, and not what it does. They are not part of any checksum. */
public final class Tuning {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min)");

    private Tuning() {
    }

    /**
     * A duration such as {@code 50ms}, {@code 2s} or {@code 10min}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration duration(String what, String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(what + " has to be a duration such as 50ms, 2s or 10min, not '" + text + "'.");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** A whole number within bounds. */
    public static int number(String what, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // The exception below has the message.
        }
        throw new IllegalArgumentException(what + " has to be a whole number from " + least + " to " + most + ", not '" + text + "'.");
    }

    static void check(String key, String text) {
        switch (key) {
            case "workers" -> number(key, text, 1, 16);
            case "pace" -> number(key, text, 1, 100);
            case "lockTimeout" -> locks(duration(key, text), LockPolicy.DEFAULT.deadline());
            default -> duration(key, text);
        }
    }

    /** The lock policy. Throws if the values are not allowed. */
    private static LockPolicy locks(Duration timeout, Duration deadline) {
        try {
            return new LockPolicy(timeout, deadline);
        } catch (OrgScopeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
