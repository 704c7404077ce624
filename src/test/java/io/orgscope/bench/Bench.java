package io.orgscope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The benchmark that {@code mvn -q -Pbench} runs. Properties:
 * <ul>
 * <li>{@code bench.rows}: sizes of the table, separated by commas
 * <li>{@code bench.runs}: runs of each contender; the report has medians
 * <li>{@code bench.contenders}: a regular expression that chooses among them
 * <li>{@code bench.pauses}: the largest size at which recipes also run with their own pauses
 * <li>{@code bench.keep}: true to add to the results of earlier invocations
 * <li>{@code bench.out}: where the report goes
 * </ul>
 */
public final class Bench {

    private static final Path RESULTS = Path.of("target", "bench", "results.tsv");
    private static final int CLIENTS = 8;

    private Bench() {
    }

    /** @param arguments none; see the properties */
    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(RESULTS.getParent());
        if (!Boolean.getBoolean("bench.keep")) {
            Files.deleteIfExists(RESULTS);
        }
        List<String> description;
        try (BenchServer server = BenchServer.start()) {
            description = server.describe();
            for (int rows : sizes()) {
                server.prepare(rows);
                for (int run = 1; run <= Integer.getInteger("bench.runs", 1); run++) {
                    runAll(new Runner(server, CLIENTS, Shape.AS_IT_IS), rows, run);
                }
                server.forget(rows);
            }
        }
        List<Outcome> outcomes = Files.readAllLines(RESULTS).stream().map(Outcome::parse).toList();
        Report.write(Path.of(System.getProperty("bench.out", "target")), outcomes, description);
    }

    /** Where the contenders that are changelogs write theirs. */
    static Path changelogs() throws IOException {
        return Files.createDirectories(RESULTS.resolveSibling("changelogs"));
    }

    private static void runAll(Runner runner, int rows, int run) throws SQLException, InterruptedException, IOException {
        for (Contender contender : contenders(rows, run)) {
            Outcome outcome = runner.run(rows, contender, run);
            Files.writeString(RESULTS, outcome.line() + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.out.printf(Locale.ROOT, "%,d rows, run %d, %s: %.1f s, longest stall %.0f ms, %.0f failed%s%n", rows, run,
                    outcome.contender(), outcome.get(Measure.TOTAL_MILLIS) / 1000, outcome.get(Measure.LONGEST_STALL),
                    outcome.get(Measure.FAILED), outcome.failure().isEmpty() ? "" : "; NOT FINISHED: " + outcome.failure());
        }
    }

    private static List<Contender> contenders(int rows, int run) {
        List<Contender> all = new ArrayList<>(List.of(new LoadAlone(15), new OneUpdate(true), new OneUpdate(false),
                new Library(1, 0), new Library(2, 0), new OneOrganization(), new SeedMigration(), new VanillaLiquibase(),
                new GitlabRecipe(false), new PgrollRecipe(), new OnlineMigrationsRecipe(false)));
        if (run == 1 && rows <= Integer.getInteger("bench.pauses", 100_000)) {
            all.addAll(List.of(new OnlineMigrationsRecipe(true), new GitlabRecipe(true)));
        }
        Pattern chosen = Pattern.compile(System.getProperty("bench.contenders", ".*"));
        return all.stream().filter(contender -> chosen.matcher(contender.name()).find()).toList();
    }

    private static List<Integer> sizes() {
        return Arrays.stream(System.getProperty("bench.rows", "100000").split(",")).map(String::strip).map(Integer::valueOf).toList();
    }
}
