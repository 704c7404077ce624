/**
 * Step 15: distributes a table with Citus, and the way back. The primary keys (14) come before, and the first change set that a rollback
 * undoes removes what a stopped step 15 has left.
 *
 * <p>What belongs here: the order of what Citus is asked to do, the foreign keys and identities that go meanwhile, and what Citus loses when
 * it converts a table. Which table becomes what, and what stands in the way, belongs to {@link io.orgscope.distribute}.
 *
 * <p>The catalog is the state. What is to return is noted in the comment of a column, as lines of the {@link io.orgscope.step.Ledger}: a foreign
 * key at its first column, with a mark while it is back, an identity at its column, and what a table is to become at its organization column.
 * Citus loses comments when it converts a table. So the conversion and the comments are one transaction ({@link io.orgscope.citus.Conversion}).
 */
package io.orgscope.citus;
