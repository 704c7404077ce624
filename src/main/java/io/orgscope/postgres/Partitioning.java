package io.orgscope.postgres;

import java.util.List;
import java.util.Set;

/**
 * What a partitioned table consists of. A partition that is being detached concurrently does not belong to it any more.
 *
 * @param partitions all of them, each behind the one that it is a partition of
 * @param key        the columns that decide which partition a row is in, at every depth; an expression is an empty string
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
