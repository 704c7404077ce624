/**
 * The declaration: this package reads a {@code *.orgscope.yaml} with its line numbers. It expands the declaration into ordinary change sets,
 * through the packaged steps of {@code changelogs/orgscope/v1/}.
 *
 * <p>Nothing here needs a database. {@link io.orgscope.preflight} and the steps check whether a declaration fits a database.
 */
package io.orgscope.spec;
