package io.orgscope.command;

import io.orgscope.report.Terminal;
import io.orgscope.step.OrganizationScopeChange;
import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.command.CommandArgumentDefinition;
import liquibase.command.CommandBuilder;
import liquibase.command.CommandDefinition;
import liquibase.command.CommandResultsBuilder;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.integration.IntegrationDetails;
import liquibase.integration.commandline.LiquibaseCommandLineConfiguration;

/** Runs a {@link ReportCommand} as a command of Liquibase. */
public abstract class ReportCommandStep extends DatabaseCommandStep {

    private final String[] commandName;
    private final String resultName;
    private final ReportCommand command;
    private final Map<Argument<?>, CommandArgumentDefinition<?>> arguments;

    /**
     * @param commandName in camel case, as {@code new CommandScope} takes it
     * @param resultName  the name of the result for a program
     * @param arguments   from {@link #define}
     */
    protected ReportCommandStep(String[] commandName, String resultName, ReportCommand command,
            Map<Argument<?>, CommandArgumentDefinition<?>> arguments) {
        this.commandName = commandName;
        this.resultName = resultName;
        this.command = command;
        this.arguments = arguments;
    }

    /**
     * Defines the arguments of a command for Liquibase. This is done once for a class, because Liquibase makes several
     * objects of it.
     */
    protected static Map<Argument<?>, CommandArgumentDefinition<?>> define(String[] commandName, ReportCommand command) {
        CommandBuilder builder = new CommandBuilder(commandName);
        return command.arguments().stream().collect(Collectors.toMap(argument -> argument, argument -> define(builder, argument)));
    }

    private static <T> CommandArgumentDefinition<T> define(CommandBuilder builder, Argument<T> argument) {
        return builder.argument(argument.name(), argument.type()).defaultValue(argument.otherwise()).description(argument.description()).build();
    }

    @Override
    public String[][] defineCommandNames() {
        return new String[][] {commandName};
    }

    @Override
    public void adjustCommandDefinition(CommandDefinition definition) {
        definition.setShortDescription(command.summary());
        definition.setLongDescription(command.description());
    }

    @Override
    public void run(CommandResultsBuilder results) throws Exception {
        ReportCommand.Outcome outcome = command.run(new ByLiquibase(results.getCommandScope(), arguments, command.name()));
        write(results.getOutputStream(), outcome.text());
        results.addResult(resultName, outcome.result());
        if (outcome.exitCode() != 0) {
            throw results.commandFailed(outcome.verdict(), outcome.exitCode(), true);
        }
    }

    /** The call as Liquibase has it. */
    private record ByLiquibase(CommandScope scope, Map<Argument<?>, CommandArgumentDefinition<?>> arguments, String command)
            implements Invocation {

        private Database database() {
            return (Database) scope.getDependency(Database.class);
        }

        @Override
        public <T> T value(Argument<T> argument) {
            return argument.type().cast(scope.getArgumentValue(arguments.get(argument)));
        }

        @Override
        public Connection connection() {
            return DatabaseCommandStep.connection(database(), command);
        }

        @Override
        public String defaultSchema() {
            return OrganizationScopeChange.defaultSchema(database());
        }

        @Override
        public String read(String path) throws IOException {
            return DatabaseCommandStep.read(path);
        }

        /** Colours are used only on the command line, and only if the report does not go to a file. */
        @Override
        public boolean colour() {
            IntegrationDetails details = Scope.getCurrentScope().get(Scope.Attr.integrationDetails, IntegrationDetails.class);
            return details != null && "cli".equals(details.getName())
                    && LiquibaseCommandLineConfiguration.OUTPUT_FILE.getCurrentValue() == null && Terminal.wantsColour();
        }
    }
}
