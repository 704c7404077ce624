package io.orgscope.postgres;

/**
 * A partition of a partitioned table, at whatever depth.
 *
 * @param kind   {@code pg_class.relkind}: r for one that holds rows, p for one that is partitioned itself, f for a foreign table
 * @param parent the table that it is a partition of, directly
 */
public record Partition(TableName name, char kind, TableName parent) {

    /** Whether it holds rows rather than partitions. */
    public boolean leaf() {
        return kind != 'p';
    }
}
