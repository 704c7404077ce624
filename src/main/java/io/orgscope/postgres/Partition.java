package io.orgscope.postgres;

/**
 * A partition of a partitioned table, at any depth.
 *
 * @param kind   {@code pg_class.relkind}: r for one with rows, p for one that is partitioned itself, f for a foreign
 *               table
 * @param parent the table of which it is directly a partition
 */
public record Partition(TableName name, char kind, TableName parent) {

    /** Whether it has rows and not partitions. */
    public boolean leaf() {
        return kind != 'p';
    }
}
