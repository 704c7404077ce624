/**
 * The plan as a value: for each table what was decided, advised and estimated.
 *
 * <p>{@link io.orgscope.plan.format} prints it.
 */
package io.orgscope.plan.entry;
