package io.orgscope.report;

import java.util.List;

/** The first of several items in a sentence or a list, and how many more there are. */
public final class Listing {

    private Listing() {
    }

    /** {@code a, b and 3 more}. */
    public static String commas(List<String> items, int most) {
        return first(items, most, ", ", " ");
    }

    /** {@code a; b; and 3 more}, with any separator. */
    public static String separated(List<String> items, int most, String separator) {
        return first(items, most, separator, separator);
    }

    private static String first(List<String> items, int most, String separator, String last) {
        int more = items.size() - most;
        return more <= 0 ? String.join(separator, items) : String.join(separator, items.subList(0, most)) + last + "and " + more + " more";
    }
}
