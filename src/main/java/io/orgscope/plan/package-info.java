/**
 * {@code orgscope-plan}: finds the routes from each table to its organization, and writes the declaration.
 *
 * <p>{@link io.orgscope.plan.Planner} reads the catalog once and uses the inner packages in this order: {@link
 * io.orgscope.plan.name}, {@link io.orgscope.plan.graph}, {@link io.orgscope.plan.survey}, {@link
 * io.orgscope.plan.decision}, {@link io.orgscope.plan.advice}, {@link io.orgscope.plan.entry}, {@link
 * io.orgscope.plan.format}. Each uses only those before it. If neither the catalog nor the data decides, the entry of
 * the table is a comment with its choices. Nothing is guessed. {@link io.orgscope.plan.CatalogRoutes} gives the same
 * decisions to the scan, and {@link io.orgscope.plan.Distribution} gives them to {@link io.orgscope.distribute}.
 *
 * <p>What a route means belongs to {@link io.orgscope.route}. Nothing here changes a database, except a calibration if
 * the user asks for it.
 */
package io.orgscope.plan;
