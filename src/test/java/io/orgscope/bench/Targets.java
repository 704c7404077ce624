package io.orgscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The targets, held against what was measured. Met or missed, both are said. */
record Targets(Results results, int rows) {

    static final String ONE = "liquibase-orgscope";
    static final String TWO = "liquibase-orgscope, 2 workers";
    static final String UPDATE = "one UPDATE";
    static final String FLOOR = "floor: one UPDATE, no index";
    static final String SEED = "one transaction (the seed's)";
    static final String ALONE = "no migration";
    static final String NAMED = "liquibase-orgscope, one organization";

    /** Larger than the server's buffers. */
    private static final int LARGE = 5_000_000;
    /** Larger than the memory of the machine. */
    private static final int VERY_LARGE = 50_000_000;

    private static final List<String> PEERS =
            List.of("GitLab's recipe", "pgroll's recipe", "online_migrations' recipe");

    Targets {
        results = results.finished();
    }

    /** A row of the table of targets. */
    record Judgement(String what, String target, String measured, boolean known, boolean met) {
        String cells() {
            return "| " + what + " | " + target + " | " + measured + " | " + (known ? met ? "met" : "**missed**" : "not measured") + " |";
        }
    }

    List<Judgement> judge() {
        boolean large = rows >= LARGE;
        double alone = results.median(rows, ALONE, Measure.LONGEST_STALL);
        double allowed = rows >= VERY_LARGE ? 150 : large ? 60 : 25;
        List<Judgement> all = new ArrayList<>();
        for (String library : List.of(ONE, TWO)) {
            all.add(atMost("longest stall during update, above the load's own (" + library + ")", allowed, "ms",
                    results.median(rows, library, Measure.LONGEST_STALL) - alone));
            all.add(atMost("longest stall during rollback, above the load's own (" + library + ")", allowed, "ms",
                    results.median(rows, library, Measure.ROLLBACK_STALL) - alone));
            all.add(atMost("statements failed, update and rollback (" + library + ")", 0, "",
                    Results.most(results.values(rows, library, Measure.FAILED))
                            + Results.most(results.values(rows, library, Measure.ROLLBACK_FAILED))));
        }
        double rate = results.rate(rows, ONE);
        all.add(atLeast("backfill rate ÷ the single UPDATE's, one worker", 2.2, rate / results.rate(rows, UPDATE)));
        all.add(atLeast("backfill rate ÷ the single UPDATE's, two workers", 3.2,
                results.rate(rows, TWO) / results.rate(rows, UPDATE)));
        all.add(atMost("backfill time ÷ the floor, one worker", 1.9, "", results.rate(rows, FLOOR) / rate));
        if (rows >= VERY_LARGE) {
            for (String library : List.of(ONE, TWO)) {
                all.add(atLeast("backfill rate ÷ that of " + LARGE / 1_000_000 + " million rows (" + library + ")", 0.7,
                        results.rate(rows, library) / results.rate(LARGE, library)));
            }
        }
        for (String library : List.of(ONE, TWO)) {
            all.add(atMost("whole update ÷ the seed's transaction, total time (" + library + ")", large ? 0.6 : 0.8, "",
                    results.median(rows, library, Measure.TOTAL_MILLIS) / results.median(rows, SEED, Measure.TOTAL_MILLIS)));
        }
        all.add(atLeast("backfill rate ÷ the best peer recipe's without its pauses", 2,
                rate / Results.most(PEERS.stream().mapToDouble(peer -> results.rate(rows, peer)).filter(value -> !Double.isNaN(value)).toArray())));
        all.add(atMost("WAL a row ÷ the single UPDATE's", 0.6, "", results.walPerRow(rows, ONE) / results.walPerRow(rows, UPDATE)));
        all.add(atMost("heap growth", 15, "%", results.median(rows, ONE, Measure.HEAP_GROWTH)));
        all.add(atMost("growth of the indexes that were there", 5, "%", results.median(rows, ONE, Measure.INDEX_GROWTH)));
        all.add(atMost("one named organization: step 01", 50, "ms", results.step(rows, NAMED, "01-add-column")));
        all.add(atMost("wrong or missing organizations", 0, "", Results.most(results.values(rows, ONE, Measure.WRONG_ROWS))
                + Results.most(results.values(rows, TWO, Measure.WRONG_ROWS))));
        return all;
    }

    private static Judgement atMost(String what, double limit, String unit, double measured) {
        return new Judgement(what, "≤ " + number(limit, unit), number(measured, unit), !Double.isNaN(measured), measured <= limit);
    }

    private static Judgement atLeast(String what, double limit, double measured) {
        return new Judgement(what, "≥ " + number(limit, ""), number(measured, ""), !Double.isNaN(measured), measured >= limit);
    }

    private static String number(double value, String unit) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
        return unit.isEmpty() ? text : (unit.equals("ms") ? String.valueOf(Math.round(value)) : text) + " " + unit;
    }
}
