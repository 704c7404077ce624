/**
 * The report as text, JSON, Markdown, SARIF and one HTML page.
 *
 * <p>A format prints a {@link io.orgscope.scan.finding.ScanReport}. It reads no database and decides nothing. Tables, JSON
 * and the width of lines are in {@link io.orgscope.report}.
 */
package io.orgscope.scan.format;
