/**
 * What a command is: its arguments, its input and its result.
 *
 * <p>A {@link io.orgscope.command.ReportCommand} knows nothing of Liquibase. {@link io.orgscope.command.ReportCommandStep} runs it
 * as a Liquibase command. {@link io.orgscope.cli} runs it without Liquibase. What a command finds, and how it reports it, belongs to
 * the command's own package (scan, plan, repair).
 *
 * <p>{@link io.orgscope.command.UpdateSummaryCommandStep} is no command of ours. It adds a summary to Liquibase's update commands.
 */
package io.orgscope.command;
