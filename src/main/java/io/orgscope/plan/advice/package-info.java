/**
 * The content of an entry besides its routes: which unique keys become scoped and why, and what the update costs.
 *
 * <p>None of it changes a decision. The calibration is the only thing in {@link io.orgscope.plan} that writes to a
 * database, in a schema of its own, which it drops afterwards.
 */
package io.orgscope.plan.advice;
