/**
 * From each table the ways to its organization, and the declaration that follows from them.
 *
 * <p>{@link io.orgscope.plan.Planner} reads the catalog once, takes references from its foreign keys and from how
 * columns are called, searches the cheapest ways back from the organizations, and decides for each table: which routes,
 * which unique keys become scoped, what it costs. Where the catalog does not decide and the data, if asked, does not
 * either, the table's entry is written as a comment with its choices: nothing is guessed.
 *
 * <p>What a route means belongs to {@link io.orgscope.route}, the form of a declaration to {@link io.orgscope.spec}, how
 * a table of a report looks to {@link io.orgscope.report}. Nothing here changes a database, except a calibration that is
 * asked for.
 */
package io.orgscope.plan;
