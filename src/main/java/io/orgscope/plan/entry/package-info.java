/**
 * The plan as a value: the decisions, the advice and the estimates for each table.
 *
 * <p>{@link io.orgscope.plan.format} prints it.
 */
package io.orgscope.plan.entry;
