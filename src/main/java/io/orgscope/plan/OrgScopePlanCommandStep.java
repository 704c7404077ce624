package io.orgscope.plan;

import io.orgscope.command.ReportCommandStep;
import io.orgscope.postgres.Identifier;
import io.orgscope.report.Format;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Tuning;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.command.CommandArgumentDefinition;
import liquibase.command.CommandBuilder;
import liquibase.command.CommandDefinition;
import liquibase.command.CommandResultsBuilder;
import liquibase.command.CommandScope;
import liquibase.database.Database;

/** {@code liquibase orgscope-plan}, and {@code new CommandScope("orgscopePlan")}. */
public final class OrgScopePlanCommandStep extends ReportCommandStep {

    public static final String[] COMMAND_NAME = {"orgscopePlan"};

    public static final CommandArgumentDefinition<String> SPEC;
    public static final CommandArgumentDefinition<String> FORMAT;
    public static final CommandArgumentDefinition<String> SCHEMAS;
    public static final CommandArgumentDefinition<Boolean> CHECK_DATA;
    public static final CommandArgumentDefinition<String> STATEMENT_TIMEOUT;
    public static final CommandArgumentDefinition<Boolean> CALIBRATE;
    public static final CommandArgumentDefinition<String> ORGANIZATIONS_TABLE;
    public static final CommandArgumentDefinition<String> ORGANIZATIONS_SCHEMA;
    public static final CommandArgumentDefinition<String> ORGANIZATIONS_KEY;
    public static final CommandArgumentDefinition<String> COLUMN;

    static {
        CommandBuilder builder = new CommandBuilder(COMMAND_NAME);
        SPEC = builder.argument("spec", String.class)
                .description("An .orgscope.yaml to go on from: what stands in it stays, new tables are added").build();
        FORMAT = builder.argument("format", String.class).defaultValue("yaml")
                .description("yaml (the .orgscope.yaml itself), text, json or markdown").build();
        SCHEMAS = builder.argument("schemas", String.class)
                .description("The schemas to look at, separated by commas; by default all but PostgreSQL's own").build();
        CHECK_DATA = builder.argument("checkData", Boolean.class).defaultValue(false)
                .description("Compare the ways of each table on its rows, not only in the catalog").build();
        STATEMENT_TIMEOUT = builder.argument("statementTimeout", String.class).defaultValue("60s")
                .description("The longest that one query on rows may take, for example 500ms, 30s, 5min").build();
        CALIBRATE = builder.argument("calibrate", Boolean.class).defaultValue(false)
                .description("Measure this server for a few seconds, in a schema of our own, " + Calibration.SCHEMA
                        + ", which is dropped again").build();
        ORGANIZATIONS_TABLE = builder.argument("organizationsTable", String.class).description("The table of the organizations;"
                + " by default that of the spec, else " + Organizations.DEFAULT_TABLE).build();
        ORGANIZATIONS_SCHEMA = builder.argument("organizationsSchema", String.class).description("Its schema").build();
        ORGANIZATIONS_KEY = builder.argument("organizationsKey", String.class).description("Its key; by default that of the spec,"
                + " else " + Organizations.DEFAULT_KEY).build();
        COLUMN = builder.argument("column", String.class).description("The column that holds a row's organization; by default"
                + " that of the spec, else " + ScopedTable.DEFAULT_COLUMN).build();
    }

    @Override
    public String[][] defineCommandNames() {
        return new String[][] {COMMAND_NAME};
    }

    @Override
    public void adjustCommandDefinition(CommandDefinition command) {
        command.setShortDescription("Find the way from each table to its organization, and write the .orgscope.yaml");
        command.setLongDescription("Reads the catalog, and the rows where asked, changes nothing, and writes a declaration that"
                + " update accepts; where nothing decides, the entry is a comment with its choices.");
    }

    @Override
    public void run(CommandResultsBuilder results) throws Exception {
        CommandScope scope = results.getCommandScope();
        Format format = Format.parse(scope.getArgumentValue(FORMAT), Format.YAML, Format.TEXT, Format.JSON, Format.MARKDOWN);
        Database database = (Database) scope.getDependency(Database.class);
        PlanOptions options = options(scope, database);
        Plan plan = new Planner(connection(database, "orgscope-plan"), options).plan();
        String text = PlanReport.render(plan, format, options.specText());
        write(results.getOutputStream(), text);
        results.addResult("plan", text);
    }

    private static PlanOptions options(CommandScope scope, Database database) throws IOException {
        String schema = defaultSchema(database);
        String path = scope.getArgumentValue(SPEC);
        return new PlanOptions(schema, organizations(scope), scope.getArgumentValue(ORGANIZATIONS_KEY),
                scope.getArgumentValue(COLUMN), schemas(scope.getArgumentValue(SCHEMAS)), path,
                path == null ? null : read(path), Boolean.TRUE.equals(scope.getArgumentValue(CHECK_DATA)),
                Tuning.duration("statementTimeout", scope.getArgumentValue(STATEMENT_TIMEOUT)),
                Boolean.TRUE.equals(scope.getArgumentValue(CALIBRATE)));
    }

    private static String organizations(CommandScope scope) {
        String schema = scope.getArgumentValue(ORGANIZATIONS_SCHEMA);
        String table = scope.getArgumentValue(ORGANIZATIONS_TABLE);
        return schema == null ? table : Identifier.quote(schema) + "."
                + Identifier.quote(table == null ? Organizations.DEFAULT_TABLE : table);
    }

    private static Set<String> schemas(String list) {
        return list == null ? Set.of() : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
