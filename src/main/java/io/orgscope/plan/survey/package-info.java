/**
 * The facts about each table before the decision: its status, whether its rows may belong to several organizations, the roles of its
 * references, pairs of type and key, and columns that nothing explains. This package reads rows only for what the catalog does not tell.
 *
 * <p>The decision for one of the ways belongs to {@link io.orgscope.plan.decision}.
 */
package io.orgscope.plan.survey;
