/**
 * Step 15: distributes a table with Citus, and the way back. The primary keys (14) come before, and the first change set that a rollback
 * undoes removes what a stopped step 15 has left.
 *
 * <p>What belongs here: the order of what Citus is asked to do, the foreign keys and identities that go meanwhile, and what Citus loses when
 * it converts a table. Which table becomes what, and its obstacles, belongs to {@link io.orgscope.distribute}.
 *
 * <p>The change of step 14, {@link io.orgscope.citus.ScopePrimaryKeyChange}, is here too, because its rollback first takes back a stopped
 * step 15. The key itself belongs to {@link io.orgscope.index}.
 *
 * <p>The catalog is the state. A rollback has to restore foreign keys and identities. A line of the {@link io.orgscope.step.Ledger} notes each one in
 * the comment of its column, a foreign key at its first column. A mark in the line says that it is restored. What a table is to become is noted
 * at its organization column.
 * Citus loses comments when it converts a table. So the conversion and the comments are one transaction ({@link io.orgscope.citus.Conversion}).
 */
package io.orgscope.citus;
