/**
 * What turns the catalog, and the data where asked, into findings: the classes named …Rules, what they look at together, and the
 * remedies that they write.
 *
 * <p>Rules about the catalog do not query the database again, but for what gets past row security. Which state a table has is decided
 * before, in {@link io.orgscope.scan}. A rule knows nothing of how its findings are printed.
 */
package io.orgscope.scan.rule;
