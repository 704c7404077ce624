package io.orgscope.postgres;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses the right name for a misspelt one. */
public final class Names {

    private Names() {
    }

    /** {@code " Did you mean …?"} if the collection has a similar name, else nothing. */
    public static String didYouMean(String wanted, Collection<String> have) {
        return have.stream().distinct()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3))
                .map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
