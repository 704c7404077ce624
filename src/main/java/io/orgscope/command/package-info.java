/**
 * What our Liquibase commands share: a connection to read from, files to read, a report to write.
 *
 * <p>What a command finds and how it says it belongs to the command's own package (scan, plan, repair).
 */
package io.orgscope.command;
