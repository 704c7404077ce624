package io.orgscope.scan;

import io.orgscope.command.ReportCommandStep;
import io.orgscope.invariant.Severity;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Format;
import io.orgscope.report.Json;
import io.orgscope.report.Terminal;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import liquibase.Scope;
import liquibase.command.CommandArgumentDefinition;
import liquibase.command.CommandBuilder;
import liquibase.command.CommandDefinition;
import liquibase.command.CommandResultsBuilder;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.integration.IntegrationDetails;
import liquibase.integration.commandline.LiquibaseCommandLineConfiguration;

/** {@code liquibase orgscope-scan}, and {@code new CommandScope("orgscopeScan")}. */
public final class OrgScopeScanCommandStep extends ReportCommandStep {

    public static final String[] COMMAND_NAME = {"orgscopeScan"};

    /** Tells findings from a scan that could not be made, which ends with 1. */
    public static final int FOUND = 2;

    public static final CommandArgumentDefinition<String> SPEC;
    public static final CommandArgumentDefinition<String> BASELINE;
    public static final CommandArgumentDefinition<String> FORMAT;
    public static final CommandArgumentDefinition<String> FAIL_ON;
    public static final CommandArgumentDefinition<String> AGAINST;
    public static final CommandArgumentDefinition<String> CLASSES;
    public static final CommandArgumentDefinition<Boolean> DEEP;
    public static final CommandArgumentDefinition<Long> SAMPLE;
    public static final CommandArgumentDefinition<String> STATEMENT_TIMEOUT;
    public static final CommandArgumentDefinition<String> AS_ROLE;
    public static final CommandArgumentDefinition<String> ORGANIZATIONS_TABLE;
    public static final CommandArgumentDefinition<String> ORGANIZATIONS_SCHEMA;
    public static final CommandArgumentDefinition<String> ORGANIZATIONS_KEY;
    public static final CommandArgumentDefinition<String> COLUMN;

    static {
        CommandBuilder builder = new CommandBuilder(COMMAND_NAME);
        SPEC = builder.argument("spec", String.class).description("The .orgscope.yaml that declares the scoped tables").build();
        BASELINE = builder.argument("baseline", String.class).description("What was looked at and accepted, with reasons").build();
        FORMAT = builder.argument("format", String.class).defaultValue("text").description("text, json, markdown, html or sarif").build();
        FAIL_ON = builder.argument("failOn", String.class).defaultValue("CRITICAL")
                .description("CRITICAL, WARNING, INFO or NEVER: from which severity on the exit code is " + FOUND).build();
        AGAINST = builder.argument("against", String.class).description("An earlier JSON report, to say what has changed").build();
        CLASSES = builder.argument("classes", String.class)
                .description("A folder or jar with the application's JPA entity classes, to compare with the tables").build();
        DEEP = builder.argument("deep", Boolean.class).defaultValue(false).description("Check the data too, not only the catalog").build();
        SAMPLE = builder.argument("sample", Long.class).defaultValue(0L)
                .description("With deep: about how many rows of a table to look at when it has more; 0 for all").build();
        STATEMENT_TIMEOUT = builder.argument("statementTimeout", String.class).defaultValue("30s")
                .description("With deep: the longest that one check may take, for example 500ms, 30s, 5min").build();
        AS_ROLE = builder.argument("asRole", String.class).description("As whom the application connects: whether row security binds that role;"
                + " with deep, what it reaches of another organization's rows is tried and rolled back").build();
        ORGANIZATIONS_TABLE = builder.argument("organizationsTable", String.class).description("The table of the organizations; by default that"
                + " of the spec, else " + Organizations.DEFAULT_TABLE).build();
        ORGANIZATIONS_SCHEMA = builder.argument("organizationsSchema", String.class).description("Its schema").build();
        ORGANIZATIONS_KEY = builder.argument("organizationsKey", String.class).description("Its key; by default that of the spec, else "
                + Organizations.DEFAULT_KEY).build();
        COLUMN = builder.argument("column", String.class).description("The column that holds a row's organization; by default that of the"
                + " spec, else " + ScopedTable.DEFAULT_COLUMN).build();
    }

    @Override
    public String[][] defineCommandNames() {
        return new String[][] {COMMAND_NAME};
    }

    @Override
    public void adjustCommandDefinition(CommandDefinition command) {
        command.setShortDescription("Look at every table: which have their organization, which should, and what to do");
        command.setLongDescription("Reads the catalog, changes nothing, and reports what keeps organizations apart and what does not.");
    }

    @Override
    public void run(CommandResultsBuilder results) throws Exception {
        CommandScope scope = results.getCommandScope();
        Severity limit = limit(scope.getArgumentValue(FAIL_ON));
        Format format = Format.parse(scope.getArgumentValue(FORMAT), Format.TEXT, Format.JSON, Format.MARKDOWN, Format.HTML, Format.SARIF);
        Database database = (Database) scope.getDependency(Database.class);
        ScanOptions options = options(scope, database);
        String earlier = scope.getArgumentValue(AGAINST) == null ? null : read(scope.getArgumentValue(AGAINST));

        ScanReport report = Scan.run(connection(database, "orgscope-scan"), options);
        if (earlier != null) {
            report = report.against(Drift.between(scope.getArgumentValue(AGAINST), earlier, JsonReport.of(report)));
        }
        write(results.getOutputStream(), render(report, format, toTerminal() && Terminal.wantsColour()));
        results.addResult("report", report);
        if (report.fails(limit)) {
            throw results.commandFailed(verdict(report), FOUND, true);
        }
    }

    /** For the error stream, where the report does not go. */
    private static String verdict(ScanReport report) {
        return "orgscope-scan: " + report.count(Severity.CRITICAL) + " critical, " + report.count(Severity.WARNING) + " warning, "
                + report.count(Severity.INFO) + " info.";
    }

    private static String render(ScanReport report, Format format, boolean colour) {
        return switch (format) {
            case JSON -> Json.write(JsonReport.of(report));
            case MARKDOWN -> MarkdownReport.of(report);
            case HTML -> HtmlReport.of(report);
            case SARIF -> Json.write(SarifReport.of(report));
            default -> TextReport.of(report, colour);
        };
    }

    private static Severity limit(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (wanted.equals("NEVER")) {
            return null;
        }
        try {
            return Severity.valueOf(wanted);
        } catch (IllegalArgumentException unknown) {
            throw new OrgScopeException("failOn has to be one of CRITICAL, WARNING, INFO, NEVER, not '" + name + "'.");
        }
    }

    /** Only the command line writes to the terminal, and not when it has a file to write to. */
    private static boolean toTerminal() {
        IntegrationDetails details = Scope.getCurrentScope().get(Scope.Attr.integrationDetails, IntegrationDetails.class);
        return details != null && "cli".equals(details.getName())
                && LiquibaseCommandLineConfiguration.OUTPUT_FILE.getCurrentValue() == null;
    }

    private static ScanOptions options(CommandScope scope, Database database) throws IOException {
        String schema = defaultSchema(database);
        String path = scope.getArgumentValue(SPEC);
        OrgScopeFile spec = path == null ? null : OrgScopeFile.parse(path, read(path));
        Organizations declared = spec == null ? new Organizations(new TableName(schema, Organizations.DEFAULT_TABLE),
                Organizations.DEFAULT_KEY, null) : spec.organizations(schema);
        Organizations organizations = new Organizations(new TableName(
                or(scope.getArgumentValue(ORGANIZATIONS_SCHEMA), declared.table().schema()),
                or(scope.getArgumentValue(ORGANIZATIONS_TABLE), declared.table().name())),
                or(scope.getArgumentValue(ORGANIZATIONS_KEY), declared.key()), declared.type());
        String column = or(scope.getArgumentValue(COLUMN), spec == null ? ScopedTable.DEFAULT_COLUMN : spec.column());
        String accepted = scope.getArgumentValue(BASELINE);
        String classes = scope.getArgumentValue(CLASSES);
        boolean deep = Boolean.TRUE.equals(scope.getArgumentValue(DEEP));
        return new ScanOptions(organizations, column, schema, spec,
                accepted == null ? Baseline.NONE : Baseline.parse(accepted, read(accepted), schema),
                classes == null ? null : EntityReader.read(Path.of(classes)),
                deep ? new ScanOptions.Deep(scope.getArgumentValue(SAMPLE),
                        Tuning.duration("statementTimeout", scope.getArgumentValue(STATEMENT_TIMEOUT))) : null, scope.getArgumentValue(AS_ROLE));
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
