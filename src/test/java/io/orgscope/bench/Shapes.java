package io.orgscope.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The library beside the one UPDATE on tables of other shapes, a line for each:
 * {@code mvn -q -Pbench -Dbench.main=io.orgscope.bench.Shapes -Dbench.rows=200000}. {@code bench.contenders} chooses shapes by their names.
 */
public final class Shapes {

    private static final int CLIENTS = 8;

    private Shapes() {
    }

    /** @param arguments none; see the properties */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.getInteger("bench.rows", 200_000);
        Files.createDirectories(Path.of("target", "bench"));
        Pattern chosen = Pattern.compile(System.getProperty("bench.contenders", ".*"));
        System.out.println("| shape | one UPDATE, rows/s | library, rows/s | ratio | longest stall, one UPDATE | library | failed | wrong rows |\n|---|---|---|---|---|---|---|---|");
        try (BenchServer server = BenchServer.start()) {
            server.prepare(rows);
            for (Shape shape : Stream.of(Shape.values()).filter(one -> chosen.matcher(one.name()).find()).toList()) {
                Runner runner = new Runner(server, CLIENTS, shape);
                System.out.println(line(shape, runner.run(rows, new OneUpdate(false), 1), runner.run(rows, new Library(1, 0), 1)));
            }
            server.forget(rows);
        }
    }

    private static String line(Shape shape, Outcome update, Outcome library) {
        double one = rate(update);
        double ours = rate(library);
        return String.format(Locale.ROOT, "| %s | %,.0f | %,.0f | %.2f | %,.0f ms | %,.0f ms | %.0f | %.0f |%s", shape.title(), one, ours, ours / one,
                update.get(Measure.LONGEST_STALL), library.get(Measure.LONGEST_STALL), library.get(Measure.FAILED) + library.get(Measure.ROLLBACK_FAILED),
                library.get(Measure.WRONG_ROWS), library.failure().isEmpty() ? "" : " NOT FINISHED: " + library.failure());
    }

    private static double rate(Outcome outcome) {
        return outcome.get(Measure.BACKFILL_ROWS) / outcome.get(Measure.BACKFILL_MILLIS) * 1000;
    }
}
