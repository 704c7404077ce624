/**
 * Reports as text: tables for a terminal, Markdown, HTML, JSON, and YAML that is ready to paste.
 *
 * <p>Nothing here knows organizations, databases or Liquibase. Strings go in and strings come out. Any name of a table or column stays
 * within its cell or value. What a report says belongs to the package that makes it (scan, plan).
 */
package io.orgscope.report;
