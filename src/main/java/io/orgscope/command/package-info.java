/**
 * What a command is: its arguments, what it is run with, what it ends with.
 *
 * <p>A {@link io.orgscope.command.ReportCommand} knows nothing of Liquibase. {@link io.orgscope.command.ReportCommandStep} runs it
 * as a Liquibase command, {@link io.orgscope.cli} without Liquibase. What a command finds and how it says it belongs to the
 * command's own package (scan, plan, repair).
 */
package io.orgscope.command;
