/**
 * The rules that have to hold for a scoped table. A rule is an {@link io.orgscope.invariant.Invariant}. Its precondition has it in the
 * constant {@code RULE}. It is also a check of step 01 or 08, if it says so, and the scan uses the same queries. CONTRIBUTING.md shows how to add one.
 *
 * <p>A rule says what is wrong, in how many rows, for which keys, and what to do. It changes nothing.
 *
 * <p>The rollback of step 08 removes what stopped steps 11, 12 and 14 have left. What that is belongs to their packages.
 */
package io.orgscope.invariant;
