/**
 * The references between tables: declared foreign keys, and columns that lead to a table by their names alone. If the user does not name
 * the organizations table, this package finds it by the references.
 *
 * <p>The meaning of a reference for its row belongs to {@link io.orgscope.plan.survey}.
 */
package io.orgscope.plan.graph;
