package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Partition;
import io.orgscope.postgres.QualifiedIndexes;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.TableName;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names of the parts of a partitioned index in the catalog. Somebody may have given such a name to another index. */
record PartNames(StepContext context, ScopedIndexes indexes, IndexParts parts) {

    /** The index of a partition that has the name of its part. */
    Optional<Index> find(Catalog tree, Partition partition) {
        return tree.find(partition.name()).flatMap(table -> table.index(parts.nameFor(partition.name())));
    }

    /**
     * Whether an index of a partition that has the name of a part is one that is not attached yet. It may be somebody else's.
     *
     * @param leaf whether the partition has rows
     */
    boolean isPart(Index index, TableName partition, boolean leaf) throws SQLException {
        if (index.attachedTo() != 0) {
            return false;
        }
        if (parts.shape() == null) {
            return true;
        }
        IndexShape part = parts.shapeFor(partition, leaf);
        // What is noted in the ledger has every schema.
        return part.sameWithoutCasts(IndexShape.of(index, partition)) || part.sameWithoutCasts(
                IndexShape.of(QualifiedIndexes.of(context.connection(), List.of(index)).qualified(index), partition));
    }

    /** Throws if the names of parts are taken. PostgreSQL itself may have given them to the parts of another index, because step 09 has freed them. */
    void refuseTaken() throws SQLException {
        Catalog tree = Catalog.ofTree(context.connection(), context.name());
        Map<TableName, String> taken = new LinkedHashMap<>();
        for (Partition partition : PartitionedIndex.partitions(tree)) {
            Optional<Index> found = find(tree, partition);
            if (found.isEmpty() || !isPart(found.get(), partition.name(), partition.leaf())) {
                TableName part = new TableName(partition.name().schema(), parts.nameFor(partition.name()));
                indexes.taken(part).ifPresent(other -> taken.put(part, other));
            }
        }
        if (!taken.isEmpty()) {
            TableName first = taken.keySet().iterator().next();
            throw new OrgScopeException("The name " + first.name() + " is taken: the schema " + first.schema() + " has " + taken.get(first) + ", and the rollback has to build"
                    + " a part of the unique index " + parts.name() + " of " + context.name() + " with that name again. Rename each index that has the name of a part, then run"
                    + " rollback again: " + taken.keySet().stream().limit(RowKeys.HANDFUL).map(part -> "ALTER INDEX " + part.sql() + " RENAME TO …")
                            .collect(Collectors.joining("; ")) + (taken.size() > RowKeys.HANDFUL ? "; …" : "")
                    + ". Nothing was dropped by this step.");
        }
    }
}
