/**
 * {@code orgscope scan} and {@code orgscope plan}: the two reports without Liquibase. The start of Liquibase takes longer than the
 * reports.
 *
 * <p>This package reads the arguments from text, opens the connection, writes the files and sets the exit code. What a command does, and which
 * arguments it has, is in the command's own package; Liquibase runs the same commands. Commands that change tables do not belong here:
 * they need Liquibase's lock and history.
 */
package io.orgscope.cli;
