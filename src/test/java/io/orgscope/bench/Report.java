package io.orgscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code benchmark.md} and its picture. */
final class Report {

    private static final String INTRODUCTION = """
            # Benchmark

            `mvn -q -Pbench` wrote this page (%s). Each contender gets a new copy of `social_platform_connections`: about 390 bytes
            for each row, six indexes, a fifth as many users, 200 organizations. At the same time an application of 8 clients sends 200 statements a
            second at fixed times: half of them reads, 35 %% updates, 15 %% inserts without the column. If a statement is held up, its time counts from
            the moment when it should have been sent. The application, the server and the benchmark share %d cores. The figures are medians; in
            parentheses stand the least and the most of several runs.

            Server: %s.
            Before the first run the server makes its WAL segments, because a server that has been in use has them. [The notes](backfill-lab.md#wal) say what
            happens without them.

            [Large tables](benchmark-large.md) has 5 to 50 million rows on other machines, and says where the longest stalls come from.

            The recipes are the SQL that the other tools run, by [their sources](backfill-lab.md#sources). The tools themselves do not run, so the recipes
            have no cost of Ruby or Go. "One UPDATE" and the floor only fill the column. The floor runs on a table without indexes, and
            without the application. The library's total includes its checks before and after, Liquibase itself and the steps of the contract. The others
            do not have these. With pgroll and the library, the application begins to write the column before the last steps. With the others the old
            application continues, and its inserts fail if nothing fills the column.
            """;

    private static final String HEADER = """
            | contender | total s | backfill rows/s | longest stall ms | > 100 ms | failed | WAL B/row | heap | indexes | wrong rows |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private Report() {
    }

    static void write(Path directory, List<Outcome> outcomes, List<String> server) throws IOException {
        Results results = new Results(outcomes);
        StringBuilder text = new StringBuilder(INTRODUCTION.formatted(runs(outcomes), Runtime.getRuntime().availableProcessors(),
                String.join(", ", server)));
        for (int rows : results.sizes()) {
            text.append("\n## ").append(String.format(Locale.ROOT, "%,d", rows)).append(" rows\n\n").append(HEADER);
            results.contenders(rows).forEach(contender -> text.append(row(results, rows, contender)));
            failures(results, rows, text);
            text.append(rollback(results, rows));
            text.append("\n| target | wanted | measured | |\n|---|---|---|---|\n");
            new Targets(results, rows).judge().forEach(judgement -> text.append(judgement.cells()).append('\n'));
            text.append(steps(results, rows));
        }
        int pictured = results.sizes().get(results.sizes().size() - 1);
        text.append("\n![The longest stall in each tenth of a second](benchmark-stalls.svg)\n");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("benchmark.md"), text);
        Files.writeString(directory.resolve("benchmark-stalls.svg"), StallPicture.draw(results, pictured));
    }

    private static String runs(List<Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(Outcome::rows,
                java.util.TreeMap::new, Collectors.mapping(Outcome::run, Collectors.reducing(0, Math::max)))).entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d rows: %d run%s", entry.getKey(), entry.getValue(), entry.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining("; "));
    }

    private static String row(Results results, int rows, String contender) {
        return "| " + String.join(" | ", contender + (results.failure(rows, contender).isPresent() ? " †" : ""),
                spread(results.values(rows, contender, Measure.TOTAL_MILLIS), 1000, 1),
                number(results.rate(rows, contender), 0),
                spread(results.values(rows, contender, Measure.LONGEST_STALL), 1, 0),
                number(results.median(rows, contender, Measure.SLOW), 0),
                number(Results.most(results.values(rows, contender, Measure.FAILED)), 0),
                number(results.walPerRow(rows, contender), 0),
                growth(results.median(rows, contender, Measure.HEAP_GROWTH)),
                growth(results.median(rows, contender, Measure.INDEX_GROWTH)),
                number(Results.most(results.values(rows, contender, Measure.WRONG_ROWS)), 0)) + " |\n";
    }

    private static void failures(Results results, int rows, StringBuilder text) {
        for (String contender : results.contenders(rows)) {
            results.failure(rows, contender).ifPresent(failure ->
                    text.append("\n† ").append(contender).append(" did not finish: ").append(failure).append('\n'));
        }
    }

    private static String rollback(Results results, int rows) {
        return List.of(Targets.ONE, Targets.TWO).stream().filter(name -> !Double.isNaN(results.median(rows, name, Measure.ROLLBACK_MILLIS)))
                .map(name -> String.format(Locale.ROOT, "%nRollback of %s: %s s, longest stall %s ms, %s failed.%n", name,
                        spread(results.values(rows, name, Measure.ROLLBACK_MILLIS), 1000, 1),
                        spread(results.values(rows, name, Measure.ROLLBACK_STALL), 1, 0),
                        number(Results.most(results.values(rows, name, Measure.ROLLBACK_FAILED)), 0)))
                .collect(Collectors.joining());
    }

    private static String steps(Results results, int rows) {
        return List.of(Targets.ONE, Targets.NAMED).stream().flatMap(name -> results.of(rows, name).stream().limit(1)
                .map(outcome -> "\nSteps of " + name + ", ms: " + outcome.steps().keySet().stream()
                        .map(step -> step + " " + Math.round(results.step(rows, name, step))).collect(Collectors.joining(" · ")) + "\n"))
                .collect(Collectors.joining());
    }

    private static String spread(double[] values, double divisor, int decimals) {
        String median = number(Results.median(values) / divisor, decimals);
        return values.length < 2 ? median : median + " (" + number(Results.least(values) / divisor, decimals) + "–"
                + number(Results.most(values) / divisor, decimals) + ")";
    }

    private static String growth(double percent) {
        return Double.isNaN(percent) ? "–" : String.format(Locale.ROOT, "%+.1f %%", percent);
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
