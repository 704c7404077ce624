/**
 * The rules of the scan. Classes with names that end in Rules make findings from the catalog, and from the data if the
 * user asks for that. The other classes are what the rules share, and the remedies.
 *
 * <p>Most rules use the catalog as it was read, and query nothing. Four do: {@link io.orgscope.scan.rule.PolicyRules} asks which
 * policies apply to the roles of the application, {@link io.orgscope.scan.rule.BypassRules} looks for objects that bypass row
 * security, {@link io.orgscope.scan.rule.DataRules} reads rows, and {@link io.orgscope.scan.rule.ProofRules} tries statements as the
 * role of the application. The state of a table is decided before, in {@link io.orgscope.scan}. A rule does not know how its
 * findings are printed.
 */
package io.orgscope.scan.rule;
