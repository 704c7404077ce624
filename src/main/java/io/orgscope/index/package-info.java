/**
 * The indexes: the scoped unique index (06), the index that begins with the organization (07), and the old unique index. The contract
 * drops the old index (09). The rollback builds it again, after a check that the old key still holds. The primary key gets the organization
 * in front (14); its change is in {@link io.orgscope.citus}.
 *
 * <p>Before a rollback takes back anything, it looks at what somebody may have changed since: a column with another name
 * ({@link io.orgscope.index.RenamedColumns}), an index that is now the replica identity ({@link io.orgscope.index.ReplicaIdentity}), a foreign key that
 * references an index of ours ({@link io.orgscope.index.ReferencingKeys}), another index with the name of the old one ({@link
 * io.orgscope.index.OldKeyRestore}), an entry that was taken out of the declaration ({@link io.orgscope.index.LostOldKeys}).
 *
 * <p>Before step 09 drops the old index, it looks for others that hold the same key ({@link io.orgscope.index.OtherUniqueIndexes}).
 *
 * <p>Indexes are built and dropped concurrently, one index in each change set. There are three exceptions. The index of a constraint is
 * dropped with its constraint, under a short lock. An index of a small table is built and dropped under a short lock, too. An index of a
 * partitioned table is built on one partition after the other ({@link io.orgscope.index.PartitionedIndex}) and dropped as a whole, under a
 * short lock on all partitions.
 */
package io.orgscope.index;
