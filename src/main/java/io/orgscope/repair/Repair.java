package io.orgscope.repair;

import io.orgscope.column.ChosenOrganizations;
import io.orgscope.column.OrganizationColumn;
import io.orgscope.column.RepairTriggers;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowSecurityRefusal;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Moves;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.Action;
import io.orgscope.step.LiveStepStatement;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Fills rows again whose organization neither their routes give nor the application chose. */
public final class Repair {

    private final Connection connection;
    private final OrgScopeFile file;
    private final String schema;

    /** @param schema the schema for names without one */
    public Repair(Connection connection, OrgScopeFile file, String schema) {
        this.connection = connection;
        this.file = file;
        this.schema = schema;
    }

    /**
     * The result for a table.
     *
     * @param rows the number of rows that have another organization now
     * @param left the number of rows that could not be filled, when they were counted last
     */
    public record Repaired(TableName table, long rows, long left) {
    }

    /** @param triggers the actions that make its triggers again; empty if they follow its routes */
    private record Ready(StepContext context, List<Action> triggers) {
    }

    /**
     * Repairs one table, or all declared tables, parents first.
     *
     * @param table as in the declaration, with or without its schema; null for all
     * @throws OrgScopeException if the triggers of a table do not exist. Without them a wrong row cannot be told from
     * one that the application wrote
     */
    public List<Repaired> run(String table) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            LiveStepStatement.refusePooled(connection);
            return MigrationSession.run(connection, () -> RowSecurityRefusal.explained(connection, () -> repair(table)));
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private List<Repaired> repair(String table) throws SQLException {
        Organizations organizations = file.organizations(schema);
        List<Ready> tables = new ArrayList<>();
        for (TableDeclaration declared : file.ordered()) {
            if (table == null || isMeant(declared.name(schema), table)) {
                tables.add(ready(declared.scoped(organizations, schema), declared.moves()));
            }
        }
        if (tables.isEmpty()) {
            throw new OrgScopeException(file.source() + " declares no table " + table + ". Name it as the declaration does."
                    + Names.didYouMean(table, file.ordered().stream().map(declared -> declared.name(schema).toString()).toList()));
        }
        List<TableRepair> repairs = new ArrayList<>();
        for (Ready each : tables) {
            repairs.add(new TableRepair(followed(each)));
        }
        List<Repaired> all = new ArrayList<>();
        for (TableRepair each : repairs) {
            all.add(each.run());
        }
        return all;
    }

    private boolean isMeant(TableName declared, String wanted) {
        return wanted.equals(declared.toString()) || wanted.equals(declared.schema() + "." + declared.name())
                || declared.schema().equals(schema) && wanted.equals(declared.name());
    }

    /** What is refused is refused before anything of any table is changed. */
    private Ready ready(ScopedTable scope, Moves moves) throws SQLException {
        StepContext context = StepContext.of(connection, scope, LockPolicy.DEFAULT, false).sound();
        if (context.column().isEmpty()) {
            throw new OrgScopeException(context.name() + " has no column " + scope.column() + ". Nothing is wrong there yet: run update.");
        }
        if (!OrganizationColumn.keptFilled(context)) {
            throw new OrgScopeException(context.name() + " has no triggers of step 02, so a wrong row cannot be told from one that the application"
                    + " wrote. Before the contract: run update, which makes the triggers. After it: correct the rows in the application. Nothing was"
                    + " changed.");
        }
        new ChosenOrganizations(context).requireFitting();
        return new Ready(context, new RepairTriggers(context, moves).follow());
    }

    private StepContext followed(Ready table) throws SQLException {
        StepContext context = table.context();
        if (table.triggers().isEmpty()) {
            return context;
        }
        new StepRunner(connection, context.locks()).run(table.triggers());
        return StepContext.of(connection, context.scope(), LockPolicy.DEFAULT, false).sound();
    }
}
