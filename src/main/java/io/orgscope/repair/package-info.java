/**
 * {@code orgscope-repair}: fills rows again whose organization neither their routes give nor the application chose. It works while the
 * application writes.
 *
 * <p>{@link io.orgscope.invariant.Invariants#STORED_EQUALS_ROUTED} defines which rows these are. The triggers of step 02 fill them.
 */
package io.orgscope.repair;
