package io.orgscope.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** docs/versions.md: a text, and a table with a line for each combination of versions that was seen. */
final class VersionsPage {

    private static final String HEAD = "| PostgreSQL | Liquibase | JDK | tests | passed | failed | seen |";

    private final Path file;
    private final List<String> text;
    private final Map<String, Seen> seen = new TreeMap<>(Comparator.naturalOrder());

    /**
     * What was seen of a combination.
     *
     * @param tests the tag of the tests that ran, or "all"
     */
    record Seen(String postgres, String liquibase, int jdk, String tests, long passed, long failed, LocalDate date) {

        String key() {
            return "PostgreSQL " + postgres + " Liquibase " + liquibase + " JDK " + jdk + " " + tests;
        }

        Seen with(long nowPassed, long nowFailed) {
            return new Seen(postgres, liquibase, jdk, tests, nowPassed, nowFailed, date);
        }

        private static Seen parse(String line) {
            String[] cells = line.split("\\|");
            return new Seen(cells[1].strip(), cells[2].strip(), Integer.parseInt(cells[3].strip()), cells[4].strip(),
                    Long.parseLong(cells[5].strip()), Long.parseLong(cells[6].strip()), LocalDate.parse(cells[7].strip()));
        }

        private String line() {
            return "| %s | %s | %d | %s | %d | %d | %s |".formatted(postgres, liquibase, jdk, tests, passed, failed, date);
        }
    }

    private VersionsPage(Path file, List<String> lines) {
        this.file = file;
        int head = lines.indexOf(HEAD);
        if (head < 0) {
            throw new IllegalStateException(file + " has no line " + HEAD);
        }
        this.text = List.copyOf(lines.subList(0, head));
        lines.subList(head + 2, lines.size()).stream().map(Seen::parse).forEach(this::add);
    }

    static VersionsPage read(Path file) {
        try {
            return new VersionsPage(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    void add(Seen one) {
        seen.put(one.key(), one);
    }

    void write() throws IOException {
        StringBuilder page = new StringBuilder();
        text.forEach(line -> page.append(line).append('\n'));
        page.append(HEAD).append("\n|---|---|---|---|---|---|---|\n");
        seen.values().forEach(one -> page.append(one.line()).append('\n'));
        Files.writeString(file, page);
    }
}
