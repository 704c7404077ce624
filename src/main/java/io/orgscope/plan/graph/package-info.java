/**
 * The references between tables: declared foreign keys, and columns that lead to a table by their names alone; and by these, which
 * table holds the organizations where nobody said it.
 *
 * <p>What a reference says of the row that has it belongs to {@link io.orgscope.plan.survey}.
 */
package io.orgscope.plan.graph;
