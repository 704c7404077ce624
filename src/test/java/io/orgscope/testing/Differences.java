package io.orgscope.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Compares two sets of facts line by line. */
final class Differences {

    private Differences() {
    }

    /** The facts of only one side, those of the same thing next to each other. */
    static List<String> between(Set<String> before, Set<String> after) {
        List<String> differences = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> differences.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> differences.add("+ " + line));
        Comparator<String> bySubject = Comparator.comparing(line -> line.substring(2, line.indexOf(" = ")));
        differences.sort(bySubject.thenComparing(Comparator.<String>naturalOrder().reversed()));
        return differences;
    }

    static void assertNone(String message, List<String> differences) {
        if (!differences.isEmpty()) {
            throw new AssertionError("%s; %d differences:%n%s"
                    .formatted(message, differences.size(), String.join(System.lineSeparator(), differences)));
        }
    }
}
