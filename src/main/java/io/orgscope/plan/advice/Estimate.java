package io.orgscope.plan.advice;

import java.util.List;

/**
 * What the migration of one table is expected to cost.
 *
 * @param rows  how many, by the planner's last count
 * @param bytes the table's size with its indexes
 * @param steps what is done, in order
 * @param room  bytes that it needs on disk beside what it has, WAL left out
 */
public record Estimate(long rows, long bytes, List<Step> steps, long room) {

    /**
     * One step.
     *
     * @param kind    what it is, for every table
     * @param name    what it is, for this table
     * @param lock    the strongest lock that it takes on the table
     * @param held    how long that lock is held
     * @param seconds how long the step takes
     * @param wal     bytes of WAL that it writes
     */
    public record Step(String kind, String name, String lock, String held, double seconds, long wal) {
    }

    public double seconds() {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }

    public long wal() {
        return steps.stream().mapToLong(Step::wal).sum();
    }
}
