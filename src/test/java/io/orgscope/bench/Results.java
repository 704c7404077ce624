package io.orgscope.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** All runs, asked for medians. */
record Results(List<Outcome> outcomes) {

    /** Without the runs that did not finish: what was left out costs no time. */
    Results finished() {
        return new Results(outcomes.stream().filter(outcome -> outcome.failure().isEmpty()).toList());
    }

    List<Integer> sizes() {
        return outcomes.stream().map(Outcome::rows).distinct().sorted().toList();
    }

    List<String> contenders(int rows) {
        return outcomes.stream().filter(outcome -> outcome.rows() == rows).map(Outcome::contender).distinct().toList();
    }

    /** The runs that finished, or where none did, what there is. */
    List<Outcome> of(int rows, String contender) {
        List<Outcome> all = outcomes.stream()
                .filter(outcome -> outcome.rows() == rows && outcome.contender().equals(contender)).toList();
        List<Outcome> finished = all.stream().filter(outcome -> outcome.failure().isEmpty()).toList();
        return finished.isEmpty() ? all : finished;
    }

    double median(int rows, String contender, Measure measure) {
        return median(values(rows, contender, measure));
    }

    double[] values(int rows, String contender, Measure measure) {
        return of(rows, contender).stream().mapToDouble(outcome -> outcome.get(measure)).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** Rows a second of the part that gives rows their values. */
    double rate(int rows, String contender) {
        return median(of(rows, contender).stream()
                .mapToDouble(outcome -> outcome.get(Measure.BACKFILL_ROWS) / outcome.get(Measure.BACKFILL_MILLIS) * 1000)
                .filter(value -> !Double.isNaN(value)).toArray());
    }

    double walPerRow(int rows, String contender) {
        return median(rows, contender, Measure.BACKFILL_WAL) / rows;
    }

    Optional<String> failure(int rows, String contender) {
        return outcomes.stream().filter(outcome -> outcome.rows() == rows && outcome.contender().equals(contender))
                .map(Outcome::failure).filter(failure -> !failure.isEmpty()).findFirst();
    }

    double step(int rows, String contender, String step) {
        return median(of(rows, contender).stream().map(outcome -> outcome.steps().get(step))
                .filter(millis -> millis != null).mapToDouble(Double::doubleValue).toArray());
    }

    /** The run whose longest stall is the median one: the picture shows a real run. */
    Optional<Outcome> typical(int rows, String contender) {
        double median = median(rows, contender, Measure.LONGEST_STALL);
        return of(rows, contender).stream().filter(outcome -> outcome.stalls().length > 0)
                .min((a, b) -> Double.compare(Math.abs(a.get(Measure.LONGEST_STALL) - median),
                        Math.abs(b.get(Measure.LONGEST_STALL) - median)));
    }

    static double median(double... values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double least(double... values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    static double most(double... values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
