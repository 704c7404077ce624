/**
 * {@code orgscope-repair}: fills rows again whose organization neither their routes give nor the application chose. It works while the
 * application writes.
 *
 * <p>{@link io.orgscope.invariant.Invariants#STORED_EQUALS_ROUTED} defines which rows these are. The triggers of step 02 fill them. If the
 * routes have changed, the triggers are made again before ({@link io.orgscope.column.RepairTriggers}).
 */
package io.orgscope.repair;
