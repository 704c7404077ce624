package io.orgscope.repair;

import io.orgscope.command.DatabaseCommandStep;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.step.OrganizationScopeChange;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.command.CommandArgumentDefinition;
import liquibase.command.CommandBuilder;
import liquibase.command.CommandDefinition;
import liquibase.command.CommandResultsBuilder;
import liquibase.command.CommandScope;
import liquibase.database.Database;

/** {@code liquibase orgscope-repair}, and {@code new CommandScope("orgscopeRepair")}. */
public final class OrgScopeRepairCommandStep extends DatabaseCommandStep {

    public static final String[] COMMAND_NAME = {"orgscopeRepair"};

    public static final CommandArgumentDefinition<String> SPEC;
    public static final CommandArgumentDefinition<String> TABLE;

    static {
        CommandBuilder builder = new CommandBuilder(COMMAND_NAME);
        SPEC = builder.argument("spec", String.class).required().description("The .orgscope.yaml that declares the scoped tables").build();
        TABLE = builder.argument("table", String.class).description("The one table to repair, as schema.table; by default all of the"
                + " declaration").build();
    }

    @Override
    public String[][] defineCommandNames() {
        return new String[][] {COMMAND_NAME};
    }

    @Override
    public void adjustCommandDefinition(CommandDefinition command) {
        command.setShortDescription("Fill rows again that hold another organization than their routes give");
        command.setLongDescription("Fills rows again that hold another organization than their routes give, in batches, while the application writes;"
                + " does not change rows whose organization the application chose");
    }

    @Override
    public void run(CommandResultsBuilder results) throws Exception {
        CommandScope scope = results.getCommandScope();
        Database database = (Database) scope.getDependency(Database.class);
        String path = scope.getArgumentValue(SPEC);
        OrgScopeFile file = OrgScopeFile.parse(path, read(path));
        List<Repair.Repaired> repaired = new Repair(connection(database, "orgscope-repair"), file, OrganizationScopeChange.defaultSchema(database))
                .run(scope.getArgumentValue(TABLE));
        write(results.getOutputStream(), repaired.stream().map(table -> table.table() + ": " + table.rows() + (table.rows() == 1 ? " row" : " rows")
                + " repaired.\n").collect(Collectors.joining()));
        results.addResult("repaired", repaired);
        List<String> left = repaired.stream().filter(table -> table.left() > 0).map(table -> table.table() + " (" + table.left() + ")").toList();
        if (!left.isEmpty()) {
            throw new OrgScopeException("Rows still hold another organization than their routes give: " + String.join(", ", left)
                    + ". Other transactions hold these rows, or rows that their routes read: end long transactions. Or a trigger of the table keeps the old"
                    + " value, or the triggers of step 02 are disabled: look at the triggers of the table. Then run orgscope-repair again.");
        }
    }
}
