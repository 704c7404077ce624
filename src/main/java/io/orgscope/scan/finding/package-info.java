/**
 * The result of a scan: its rules with their stable ids, the findings with their remedies, the state of each table, the whole report, the
 * difference to an earlier report, and what the team has accepted.
 *
 * <p>These are values. {@link io.orgscope.scan.rule} makes the findings. {@link io.orgscope.scan.format} prints them.
 */
package io.orgscope.scan.finding;
