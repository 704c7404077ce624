/**
 * {@code orgscope-scan}: checks every table of a database. It says which tables keep the rows of organizations apart,
 * and what to do about the others.
 *
 * <p>{@link io.orgscope.scan.Scan} reads the catalog once. {@link io.orgscope.scan.Classifier} gives every table its
 * state, by what {@link io.orgscope.plan} would propose for it. The rules make findings, and the baseline removes those
 * that the team has accepted. This package has the order of these steps, and the command with its arguments. The steps
 * themselves are in the inner packages: {@link io.orgscope.scan.entity}, {@link io.orgscope.scan.finding}, {@link
 * io.orgscope.scan.rule} and {@link io.orgscope.scan.format}. None of them uses this package. The proof of row security
 * writes as the application's role and rolls back. So the scan leaves no change in the database.
 */
package io.orgscope.scan;
