package io.orgscope.distribute;

import io.orgscope.distribute.RowReader.Count;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many rows of a table each organization has.
 *
 * @param counted whether the rows were counted; otherwise the figures are PostgreSQL's statistics
 * @param rows    of all organizations
 * @param counts  of the organizations that are known by name, the largest first
 * @param others  about how many organizations have the other rows
 * @param unknown why nothing is known; null if something is
 */
public record Spread(boolean counted, double rows, List<Count> counts, double others, String unknown) {

    static Spread unknown(String why) {
        return new Spread(false, 0, List.of(), 0, why);
    }

    static Spread counted(List<Count> counts) {
        return new Spread(true, counts.stream().mapToDouble(Count::rows).sum(), largestFirst(counts), 0, null);
    }

    static Spread estimated(double rows, List<Count> counts, double others) {
        return new Spread(false, rows, largestFirst(counts), others, null);
    }

    private static List<Count> largestFirst(List<Count> counts) {
        return counts.stream().sorted(Comparator.comparingDouble(Count::rows).reversed().thenComparing(Count::organization)).toList();
    }

    /** The rows of organizations that are not known by name. */
    public double rest() {
        return Math.max(0, rows - counts.stream().mapToDouble(Count::rows).sum());
    }

    /** The share of the largest organization, from 0 to 1; empty if it is not known. */
    public Optional<Double> largest() {
        if (unknown != null || rows <= 0) {
            return Optional.empty();
        }
        double other = others >= 1 ? rest() / others : 0;
        return Optional.of(Math.min(1, Math.max(counts.isEmpty() ? 0 : counts.get(0).rows(), other) / rows));
    }
}
