package io.orgscope.citus;

import io.orgscope.plan.Distribution;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.step.Action;
import io.orgscope.step.SeveralTablesChange;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 15, {@code distributeTable}. */
@DatabaseChange(name = "distributeTable", description = "Citus spreads the rows of the table over its nodes, by their organization", priority = 1)
public final class DistributeTableChange extends SeveralTablesChange {

    private static final String SOURCE = "source";
    private static final String DECLARATION = "declaration";

    private static final String NO_SCRIPT = "Step 15 has no script, because each of its statements depends on what Citus did before. Run it with liquibase"
            + " update or rollback. This statement changed nothing.";

    @Override
    protected List<Action> planForward(Target target) {
        Database database = target.database();
        return List.of(new Action.Work(live -> table(live, database).run(() -> Distribution.declared(live, defaultSchema(database), declaration())),
                List.of(StepScript.refuseIfAny("SELECT", NO_SCRIPT))));
    }

    @Override
    protected List<Action> planBack(Target target) {
        Database database = target.database();
        return List.of(new Action.Work(live -> table(live, database).back(), List.of(StepScript.refuseIfAny(DistributedTable.begun(settings().scopedTable(
                defaultSchema(database)).table()), NO_SCRIPT))));
    }

    private DistributedTable table(Connection connection, Database database) throws SQLException {
        ScopedTable scope = settings().scopedTable(defaultSchema(database));
        return DistributedTable.of(connection, scope.table(), scope.column(), settings().locks());
    }

    private OrgScopeFile declaration() {
        return OrgScopeFile.parse(settings().get(SOURCE), settings().get(DECLARATION), this::expanded);
    }

    @Override
    protected Collection<String> required() {
        return Stream.concat(super.required().stream(), Stream.of(SOURCE, DECLARATION)).toList();
    }

    /** The checksum leaves out the whole declaration. A table that is added later must not change it. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.concat(super.notInChecksum(), Stream.of(SOURCE, DECLARATION));
    }

    @DatabaseChangeProperty(description = "The file of the declaration, for messages", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getSource() {
        return settings().get(SOURCE);
    }

    public void setSource(String value) {
        settings().set(SOURCE, value);
    }

    @DatabaseChangeProperty(description = "The declaration's text, with all tables that are distributed", requiredForDatabase = NOT_COMPUTED,
            supportsDatabase = POSTGRESQL)
    public String getDeclaration() {
        return settings().get(DECLARATION);
    }

    public void setDeclaration(String value) {
        settings().set(DECLARATION, value);
    }
}
