/**
 * {@code orgscope-repair}: rows that hold another organization than their routes give, and that nobody chose, are filled
 * anew while the application writes.
 *
 * <p>Which rows those are is {@link io.orgscope.invariant.Invariants#STORED_EQUALS_ROUTED}'s to say, and how a row is
 * filled is the triggers' of step 02.
 */
package io.orgscope.repair;
