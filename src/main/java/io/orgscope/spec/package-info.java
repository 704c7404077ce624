/**
 * What the user declares in a {@code *.orgscope.yaml}, read with its lines, and its expansion through the packaged steps
 * of {@code changelogs/orgscope/v1/} into ordinary change sets.
 *
 * <p>Everything here works without a database. Whether a declaration fits a database is for
 * {@link io.orgscope.preflight} and the steps themselves.
 */
package io.orgscope.spec;
