/**
 * From each table the ways to its organization, and the declaration that follows from them: {@code orgscope-plan}.
 *
 * <p>{@link io.orgscope.plan.Planner} reads the catalog once and goes through the inner packages in this order:
 * {@link io.orgscope.plan.name}, {@link io.orgscope.plan.graph}, {@link io.orgscope.plan.survey}, {@link io.orgscope.plan.decision},
 * {@link io.orgscope.plan.advice}, {@link io.orgscope.plan.entry}, {@link io.orgscope.plan.format}; each uses only those before it. Where
 * the catalog does not decide and the data, if asked, does not either, the table's entry is written as a comment with its choices:
 * nothing is guessed. {@link io.orgscope.plan.CatalogRoutes} gives the scan the same answers.
 *
 * <p>What a route means belongs to {@link io.orgscope.route}. Nothing here changes a database, except a calibration that is asked for.
 */
package io.orgscope.plan;
