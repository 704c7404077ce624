/**
 * Reports as text: tables for a terminal, Markdown and HTML, JSON, and YAML that is ready to paste.
 *
 * <p>What belongs here knows nothing of organizations, of databases or of Liquibase: strings go in, strings come out,
 * and whatever a table or a column is called, it stays that one cell, that one value. What a report says belongs to the
 * package that makes it (scan, plan).
 */
package io.orgscope.report;
