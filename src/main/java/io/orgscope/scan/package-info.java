/**
 * Looks at every table of a database and says which of them can tell one organization's rows from another's, and what
 * to do about the others: {@code orgscope-scan}.
 *
 * <p>{@link io.orgscope.scan.Scan} reads the catalog once, {@link io.orgscope.scan.Classifier} gives every table its
 * state by what {@link io.orgscope.plan} would suggest for it, the rules make findings, and what the team has accepted is taken out
 * of them. Here are the order of these steps and the command with its arguments. The steps themselves are in the inner packages:
 * {@link io.orgscope.scan.entity}, {@link io.orgscope.scan.finding}, {@link io.orgscope.scan.rule} and
 * {@link io.orgscope.scan.format}; none of them uses this one. The proof that row security holds writes, as the application's role,
 * and rolls back. Nothing here leaves a change in the database.
 */
package io.orgscope.scan;
