package io.orgscope.reference;

import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.step.Action;
import io.orgscope.step.SeveralTablesChange;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 11, {@code makeReferencesComposite}. */
@DatabaseChange(name = "makeReferencesComposite", description = "Foreign keys between isolated tables include the organization", priority = 1)
public final class MakeReferencesCompositeChange extends SeveralTablesChange {

    private static final String ISOLATED = "isolatedTables";
    private static final List<Action> UNKNOWN = List.of(new Action.Note("Without a database, its foreign keys are not known:"
            + " write the script of step 11 with a connection to the database."));

    @Override
    protected List<Action> planForward(Target target) throws SQLException {
        if (target.connection() == null) {
            return UNKNOWN;
        }
        Isolated isolated = isolated(target);
        return StepScript.withPath(isolated.contexts(), references(isolated, target).replace()).stream()
                .map(action -> action instanceof Action.Note note ? said(note.text()) : action).toList();
    }

    @Override
    protected List<Action> planBack(Target target) throws SQLException {
        if (target.connection() == null) {
            return UNKNOWN;
        }
        Isolated isolated = isolated(target);
        return StepScript.withPath(isolated.contexts(), references(isolated, target).restore());
    }

    private static CompositeReferences references(Isolated isolated, Target target) throws SQLException {
        return new CompositeReferences(isolated, target.connection().getMetaData().getDatabaseMajorVersion());
    }

    private Isolated isolated(Target target) throws SQLException {
        String schema = defaultSchema(target.database());
        ScopedTable own = settings().scopedTable(schema);
        List<ScopedTable> all = IsolatedTable.parse(ISOLATED, settings().get(ISOLATED)).stream().map(table -> new ScopedTable(new TableName(
                table.schema() == null ? schema : table.schema(), table.table()), table.column(), own.organizations(), List.of())).toList();
        int at = all.stream().map(ScopedTable::table).toList().indexOf(own.table());
        Isolated isolated = Isolated.of(target.connection(), own, all.subList(0, Math.max(at, 0)), all.subList(at + 1, all.size()),
                settings().locks(), target.script());
        requireLedger(isolated.own(), target.database());
        return isolated;
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        IsolatedTable.parse(ISOLATED, settings().get(ISOLATED));
    }

    /** The checksum leaves out the tables of the whole file. A table that is added later must not change it. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.concat(super.notInChecksum(), Stream.of(ISOLATED));
    }

    @DatabaseChangeProperty(description = "The tables that take part, as a YAML list of table, column", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getIsolatedTables() {
        return settings().get(ISOLATED);
    }

    public void setIsolatedTables(String value) {
        settings().set(ISOLATED, value);
    }
}
