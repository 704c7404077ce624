package io.orgscope.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers for people. */
public final class Quantity {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");

    private Quantity() {
    }

    /** In units of 1024 bytes, as {@code pg_size_pretty}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return (unit == 0 || amount >= 100 ? String.format(Locale.ROOT, "%.0f", amount)
                : String.format(Locale.ROOT, "%.1f", amount)) + " " + UNITS.get(unit);
    }

    /** The time in the largest unit that says enough: seconds, minutes or hours. */
    public static String seconds(Duration time) {
        return seconds(time.toMillis() / 1000.0);
    }

    public static String seconds(double seconds) {
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 120) {
            return Math.round(seconds) + " s";
        }
        return seconds < 7200 ? Math.round(seconds / 60) + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /** A limit on a time, exactly below one second. */
    public static String limit(Duration time) {
        return time.toMillis() < 1000 ? time.toMillis() + " ms" : seconds(time);
    }

    /** The number with its noun, in the plural if it is not one. */
    public static String count(long count, String one) {
        return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : one + "s");
    }
}
