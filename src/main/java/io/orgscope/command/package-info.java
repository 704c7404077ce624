/**
 * What a command is: its arguments, its input and its result.
 *
 * <p>A {@link io.orgscope.command.ReportCommand} knows nothing of Liquibase. {@link io.orgscope.command.ReportCommandStep} runs it
 * as a Liquibase command. {@link io.orgscope.cli} runs it without Liquibase. What a command finds, and how it reports it, belongs to
 * the command's own package (scan, plan, repair).
 */
package io.orgscope.command;
