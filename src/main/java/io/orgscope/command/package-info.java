/**
 * What the Liquibase commands of ours share: a connection to read from, files to read, a report to write.
 *
 * <p>What a command finds out and what it says of that belongs to its own package (scan, plan, repair).
 */
package io.orgscope.command;
