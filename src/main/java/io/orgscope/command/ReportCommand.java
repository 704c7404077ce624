package io.orgscope.command;

import java.util.List;

/** A command that reads a database and writes a report. It knows nothing of Liquibase. */
public interface ReportCommand {

    /** In kebab case: {@code orgscope-scan}. */
    String name();

    /** One line for a list of commands. */
    String summary();

    /** What it does, in one or two sentences. */
    String description();

    /** All its arguments, in the order of the help. */
    List<Argument<?>> arguments();

    /**
     * Makes the report.
     *
     * @throws Exception if it cannot be made
     */
    Outcome run(Invocation invocation) throws Exception;

    /**
     * The result of a command.
     *
     * @param text     the whole report
     * @param result   the same for a program
     * @param exitCode 0 if there is nothing to do
     * @param verdict  one line for the error stream; null if the exit code is 0
     */
    record Outcome(String text, Object result, int exitCode, String verdict) {
    }
}
