/**
 * The indexes: the scoped unique index (06), the index led by the organization (07), and the old unique index, which
 * goes at the contract (09) and comes back with the downgrade, after a guard has seen that it can hold.
 *
 * <p>Everything is built and dropped concurrently, one index a change set; only the index of a constraint goes with its
 * constraint, under a moment's lock. An index of a partitioned table is built part by part
 * ({@link io.orgscope.index.PartitionedIndex}) and goes as a whole, under a moment's lock on all partitions.
 */
package io.orgscope.index;
