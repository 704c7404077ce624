/**
 * What a scan says: its rules by their stable ids, findings with their remedies, the state of each table, the whole report, how it
 * differs from an earlier one, and what the team has accepted.
 *
 * <p>These are values. What finds them is in {@link io.orgscope.scan.rule}, how they look in {@link io.orgscope.scan.format}.
 */
package io.orgscope.scan.finding;
