package io.orgscope.cli;

import io.orgscope.command.Argument;
import io.orgscope.command.ReportCommand;
import io.orgscope.plan.PlanCommand;
import io.orgscope.postgres.Connections;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.scan.ScanCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The command line {@code orgscope}. */
public final class Main {

    private static final List<ReportCommand> COMMANDS = List.of(new ScanCommand(), new PlanCommand());

    private static final Argument<String> URL = Argument.text("url", "The JDBC URL of the database");
    private static final Argument<String> USERNAME = Argument.text("username", "The role to connect as");
    private static final Argument<String> PASSWORD = Argument.text("password", "The password; the environment is a better place for it");
    private static final Argument<String> DEFAULT_SCHEMA = Argument.text("defaultSchemaName",
            "The schema for names without a schema; by default the first of the search path");
    private static final Argument<String> OUTPUT_FILE = Argument.text("outputFile", "The file for the report; by default standard output");
    private static final Argument<Boolean> HELP = Argument.flag("help", "List the options");
    private static final List<Argument<?>> OWN = List.of(URL, USERNAME, PASSWORD, DEFAULT_SCHEMA, OUTPUT_FILE, HELP);

    private Main() {
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int exitCode = run(arguments, System.getenv(), out, System.err);
        out.flush();
        System.exit(exitCode);
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            ReportCommand command = command(arguments);
            if (command == null) {
                out.print(usage());
                return 0;
            }
            List<Argument<?>> known = new ArrayList<>(OWN);
            known.addAll(command.arguments());
            Options options = Options.parse(arguments, known, environment);
            if (options.value(HELP)) {
                out.print(help(command, known));
                return 0;
            }
            return run(command, options, out, err);
        } catch (OrgScopeException wrong) {
            err.println(wrong.getMessage());
        } catch (Exception unexpected) {
            unexpected.printStackTrace(err);
        }
        return 1;
    }

    private static int run(ReportCommand command, Options options, PrintStream out, PrintStream err) throws Exception {
        ReportCommand.Outcome outcome;
        try (Connection connection = connect(options)) {
            outcome = command.run(new Call(options, connection, schema(options, connection), options.value(OUTPUT_FILE) == null));
        } catch (SQLException failed) {
            throw new OrgScopeException("The database refused: " + failed.getMessage() + "\nCorrect --url, the user or the password, or remove the"
                    + " cause. Then run the command again.", failed);
        }
        write(options.value(OUTPUT_FILE), outcome.text(), out);
        if (outcome.exitCode() != 0) {
            err.println(outcome.verdict());
        }
        return outcome.exitCode();
    }

    private static ReportCommand command(String[] arguments) {
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            return null;
        }
        return COMMANDS.stream().filter(command -> word(command).equals(arguments[0])).findFirst()
                .orElseThrow(() -> new OrgScopeException("There is no command '" + arguments[0] + "'. Use one of "
                        + COMMANDS.stream().map(Main::word).collect(Collectors.joining(", ")) + "."));
    }

    /** {@code scan} for {@code orgscope-scan}. */
    private static String word(ReportCommand command) {
        return command.name().substring("orgscope-".length());
    }

    private static Connection connect(Options options) throws SQLException {
        String url = options.value(URL);
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new OrgScopeException("Name the database: --url=jdbc:postgresql://host/database, or " + Options.variable(URL)
                    + " in the environment.");
        }
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "orgscope");
        if (options.value(USERNAME) != null) {
            properties.setProperty("user", options.value(USERNAME));
        }
        if (options.value(PASSWORD) != null) {
            properties.setProperty("password", options.value(PASSWORD));
        }
        return Connections.open(url, properties);
    }

    private static String schema(Options options, Connection connection) throws SQLException {
        String schema = options.value(DEFAULT_SCHEMA) == null ? connection.getSchema() : options.value(DEFAULT_SCHEMA);
        return schema == null ? "public" : schema;
    }

    private static void write(String file, String text, PrintStream out) {
        if (file == null) {
            out.print(text);
            return;
        }
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException failed) {
            throw new OrgScopeException("The report cannot be written to " + file + " (" + failed.getClass().getSimpleName() + "). Name a file in a"
                    + " folder that exists and that you may write, then run the command again.", failed);
        }
    }

    private static String usage() {
        return COMMANDS.stream().map(command -> "%-6s%s%n".formatted(word(command), command.summary()))
                .collect(Collectors.joining("", "orgscope <command> --url=jdbc:postgresql://host/database [options]\n\n",
                        "\norgscope <command> --help lists the options.\n"));
    }

    private static String help(ReportCommand command, List<Argument<?>> arguments) {
        return arguments.stream().map(argument -> "  --%s%n      %s%s%n".formatted(argument.option(), argument.description(),
                argument.otherwise() == null ? "" : " (" + argument.otherwise() + ")")).collect(Collectors.joining("", command.description() + "\n\n", ""));
    }
}
