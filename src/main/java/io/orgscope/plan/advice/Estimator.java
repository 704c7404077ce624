package io.orgscope.plan.advice;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Table;
import java.util.ArrayList;
import java.util.List;

/** Computes the expected cost of each step from the rows and the rates. */
public final class Estimator {

    private static final String MOMENT = "milliseconds";
    private static final String NO_WRITER_WAITS = "throughout; readers and writers go on";
    private static final int HEAP_HEADER = 36;
    /** Without the values themselves, which {@link #of} adds. With rows of 390 bytes and uuid keys it is about 15 % together, as in docs/benchmark.md. */
    private static final double HEAP_GROWTH = 0.11;
    private static final int INDEX_ENTRY = 16;
    private static final int PAGE = 8192;
    private static final int GUESSED_BYTES_A_ROW = 250;

    private final Rates rates;
    private final int keyBytes;

    /** @param key the organizations' key; null if it is not known */
    public Estimator(Rates rates, Column key) {
        this.rates = rates;
        this.keyBytes = switch (key == null ? "int8" : key.baseType()) {
            case "int2", "int4", "int8" -> 8;
            case "uuid" -> 16;
            default -> 40;
        };
    }

    /** The planner's count. If the table was never analysed, it is a guess from its size. */
    public static long rows(Table table) {
        if (table.rows() >= 0) {
            return table.rows();
        }
        long empty = PAGE * (2L + table.indexes().size());
        return Math.max(0, table.bytes() - empty) / GUESSED_BYTES_A_ROW;
    }

    /**
     * The cost of one table.
     *
     * @param filled rows that have their organization already
     * @param swaps  unique indexes that get the organization as first column
     */
    public Estimate of(Table table, long rows, long filled, List<UniqueAdvice> swaps, boolean indexed) {
        long open = Math.max(0, rows - filled);
        double step = rates.stepSeconds();
        List<Estimate.Step> steps = new ArrayList<>();
        steps.add(new Estimate.Step("01 check of the rows", "01 check of the rows", "ACCESS SHARE", NO_WRITER_WAITS,
                step + 2 * rows / rates.rowsJoined(), 0));
        steps.add(new Estimate.Step("01 add-column", "01 add-column", "ACCESS EXCLUSIVE", MOMENT, step, 0));
        steps.add(new Estimate.Step("02 keep-filled", "02 keep-filled", "SHARE ROW EXCLUSIVE", MOMENT, 2 * step, 0));
        steps.add(new Estimate.Step("03 backfill", "03 backfill", "ROW EXCLUSIVE", "a batch at a time, rows that are free", step + open / rates.rowsFilled(),
                (long) (open * rates.walPerRow())));
        steps.add(new Estimate.Step("04 not-null", "04 not-null", "ACCESS EXCLUSIVE", MOMENT + "; the scan is under SHARE UPDATE EXCLUSIVE",
                step + rows / rates.rowsScanned(), 0));
        steps.add(new Estimate.Step("05 foreign-key", "05 foreign-key", "SHARE ROW EXCLUSIVE", MOMENT + "; the join is under SHARE UPDATE EXCLUSIVE",
                step + rows / rates.rowsJoined(), 0));
        long indexBytes = 0;
        for (UniqueAdvice swap : swaps) {
            long size = rows * (INDEX_ENTRY + keyBytes + 12L * swap.index().columns().size());
            indexBytes += size;
            steps.add(new Estimate.Step("06 unique-index", "06 unique-index in place of " + swap.index().name(), "SHARE UPDATE EXCLUSIVE",
                    NO_WRITER_WAITS, step + rows / rates.rowsIndexed(), size));
        }
        if (!indexed && swaps.stream().allMatch(swap -> swap.index().predicate() != null)) {
            long size = rows * (INDEX_ENTRY + keyBytes);
            indexBytes += size;
            steps.add(new Estimate.Step("07 organization-index", "07 organization-index", "SHARE UPDATE EXCLUSIVE", NO_WRITER_WAITS, step + rows / rates.rowsIndexed(), size));
        }
        steps.add(new Estimate.Step("08 verify", "08 verify", "ACCESS SHARE", NO_WRITER_WAITS, step + rows / rates.rowsJoined(), 0));
        if (!swaps.isEmpty()) {
            steps.add(new Estimate.Step("09 retire-index", "09 retire-index", "SHARE UPDATE EXCLUSIVE", NO_WRITER_WAITS, swaps.size() * step, 0));
        }
        steps.add(new Estimate.Step("10 retire-trigger", "10 retire-trigger", "ACCESS EXCLUSIVE", MOMENT, step, 0));
        long growth = (long) (table.bytes() * HEAP_GROWTH) + open * keyBytes + (open == 0 ? 0 : HEAP_HEADER);
        return new Estimate(rows, table.bytes(), List.copyOf(steps), growth + indexBytes);
    }
}
