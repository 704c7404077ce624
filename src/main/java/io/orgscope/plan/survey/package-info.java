/**
 * What is known of each table before anything is decided: its status, whose rows belong to several organizations, the roles of its
 * references, pairs of type and key, and columns that nothing explains. Rows are asked here only about what the catalog leaves open.
 *
 * <p>Which way a table takes belongs to {@link io.orgscope.plan.decision}.
 */
package io.orgscope.plan.survey;
