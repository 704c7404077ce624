package io.orgscope.postgres;

import java.util.List;
import java.util.Set;

/**
 * The partitions of a partitioned table. A partition that is being detached concurrently is not included.
 *
 * @param partitions all partitions, each after the one that it is a partition of
 * @param key        the columns that decide in which partition a row is, at every depth; an expression is an empty
 *                   string
 */
public record Partitioning(List<Partition> partitions, Set<String> key) {

    /** The partitions that are foreign tables. */
    public List<TableName> foreign() {
        return partitions.stream().filter(partition -> partition.kind() == 'f').map(Partition::name).toList();
    }

    /** The names of all partitions. */
    public List<TableName> names() {
        return partitions.stream().map(Partition::name).toList();
    }
}
