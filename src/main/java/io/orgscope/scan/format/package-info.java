/**
 * The report as text, JSON, Markdown, SARIF and one HTML page.
 *
 * <p>Nothing here looks at a database or judges: a format says what a {@link io.orgscope.scan.finding.ScanReport} holds. Tables, JSON
 * and the width of lines are in {@link io.orgscope.report}.
 */
package io.orgscope.scan.format;
