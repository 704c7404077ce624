package io.orgscope.plan.advice;

import java.util.List;

/**
 * The expected cost of the migration of one table.
 *
 * @param rows  the number of rows, by the planner's last count
 * @param bytes the size of the table with its indexes
 * @param steps the steps, in order
 * @param room  bytes that it needs on disk in addition, without WAL
 */
public record Estimate(long rows, long bytes, List<Step> steps, long room) {

    /**
     * One step.
     *
     * @param kind    the step for any table
     * @param name    the step for this table
     * @param lock    the strongest lock on the table
     * @param held    how long the lock is held
     * @param seconds how long the step takes
     * @param wal     bytes of WAL that it writes
     */
    public record Step(String kind, String name, String lock, String held, double seconds, long wal) {
    }

    /** How long all steps take together. */
    public double seconds() {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }

    /** Bytes of WAL that all steps write together. */
    public long wal() {
        return steps.stream().mapToLong(Step::wal).sum();
    }
}
