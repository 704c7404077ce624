/**
 * {@code orgscope scan} and {@code orgscope plan}: the two reports without Liquibase, whose start takes longer than they do.
 *
 * <p>What a command does and which arguments it has is in its own package; Liquibase runs the same commands. Here are the
 * arguments as text, the connection, the files and the exit code. A command that changes tables does not belong here:
 * Liquibase runs it, with its lock and its history.
 */
package io.orgscope.cli;
