/**
 * The rules of the scan. Classes with names that end in Rules make findings from the catalog, and from the data if the
 * user asks for that. The other classes are what the rules share, and the remedies.
 *
 * <p>Rules about the catalog do not query the database again. The only exception is the rules about bypasses of row
 * security. The state of a table is decided before, in {@link io.orgscope.scan}. A rule does not know how its findings
 * are printed.
 */
package io.orgscope.scan.rule;
