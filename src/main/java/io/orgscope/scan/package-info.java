/**
 * Looks at every table of a database and says which of them can tell one organization's rows from another's, and what
 * to do about the others: {@code liquibase orgscope-scan}.
 *
 * <p>{@link io.orgscope.scan.Scan} reads the catalog once, {@link io.orgscope.scan.Classifier} gives every table its
 * state by what {@link io.orgscope.plan} would suggest for it, and the classes named …Rules turn what they see into
 * findings, one rule a stable id. What the team has accepted stands in a {@link io.orgscope.scan.Baseline}. Rules about
 * the catalog never query the database again, but for what reads a table with row security; rules about the data do, and
 * only when asked. The proof writes, as the application's role, and rolls back. How a report looks is in the
 * classes named …Report; the forms themselves are in {@link io.orgscope.report}. Nothing here leaves a change in the database.
 */
package io.orgscope.scan;
