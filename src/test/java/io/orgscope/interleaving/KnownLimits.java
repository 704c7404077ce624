package io.orgscope.interleaving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The orders that are known to go wrong, with the reasons: {@code known-limits.txt}. Its lines are a combination's name,
 * a colon and the order; a line that begins with # gives the reason of those below it. docs/moves.md says the same in words.
 */
final class KnownLimits {

    private static final String FILE = "known-limits.txt";

    private KnownLimits() {
    }

    /** An order that goes wrong for each combination's name. */
    static Map<String, String> read() throws IOException {
        Map<String, String> orders = new TreeMap<>();
        try (InputStream file = KnownLimits.class.getResourceAsStream(FILE)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> orders.put(line.substring(0, line.lastIndexOf(':')), line.substring(line.lastIndexOf(':') + 2)));
        }
        return orders;
    }
}
