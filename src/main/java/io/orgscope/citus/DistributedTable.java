package io.orgscope.citus;

import io.orgscope.citus.Note.Kind;
import io.orgscope.distribute.CitusTables;
import io.orgscope.distribute.DistributionReport;
import io.orgscope.distribute.DistributionReport.Entry;
import io.orgscope.distribute.TableKind;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Listing;
import io.orgscope.step.Action;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Step 15 of one table. What was done is in the catalog of Citus, and what is to return is in the {@link Note notes}. So a run that was stopped
 * is finished by running it again.
 */
final class DistributedTable implements AbsentForeignKeys.Tables {

    private static final int MOST_OBSTACLES = 20;

    /** Makes the report about all declared tables. */
    @FunctionalInterface
    interface Report {
        DistributionReport make() throws SQLException;
    }

    private final Connection connection;
    private final TableName table;
    private final String column;
    private final StepRunner runner;
    private final AbsentForeignKeys foreignKeys;
    private final Conversion conversion;
    private Map<TableName, TableKind> kinds;
    private Map<TableName, Note> marks;

    private DistributedTable(Connection connection, TableName table, String column, LockPolicy locks) {
        this.connection = connection;
        this.table = table;
        this.column = column;
        this.runner = new StepRunner(connection, locks);
        this.foreignKeys = new AbsentForeignKeys(connection, runner);
        this.conversion = new Conversion(connection, runner);
    }

    /** The table with what Citus and the notes say of all tables now. */
    static DistributedTable of(Connection connection, TableName table, String column, LockPolicy locks) throws SQLException {
        DistributedTable distributed = new DistributedTable(connection, table, column, locks);
        distributed.look();
        return distributed;
    }

    /** A query that has a row if step 15 has begun with a table, as an ordinary PostgreSQL understands it too. */
    static String begun(TableName table) {
        return "SELECT FROM pg_catalog.pg_description d WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = pg_catalog.to_regclass("
                + Literal.of(table.sql()) + ") AND pg_catalog.strpos(d.description, " + Literal.of(Note.of(table, "", Kind.DISTRIBUTED).line()) + ") > 0";
    }

    private void look() throws SQLException {
        kinds = CitusTables.kinds(connection);
        marks = allMarks().stream().collect(Collectors.toMap(Note::table, note -> note, BinaryOperator.minBy(Comparator.comparing(Note::kind))));
    }

    /** The notes of what tables become. A local table that has joined Citus may be declared later, and then had two. */
    private List<Note> allMarks() throws SQLException {
        return Note.all(connection).stream().filter(note -> Set.of(Kind.DISTRIBUTED, Kind.REFERENCE, Kind.JOINED).contains(note.kind())).toList();
    }

    /** Distributes the table. */
    void run(Report report) throws SQLException {
        requireKey(table, column);
        if (kinds.get(table) == TableKind.DISTRIBUTED && !marked(table, Kind.DISTRIBUTED)) {
            runner.run(List.of(Action.Note.ofAdopted("The distributed table " + table)));
            return;
        }
        if (kinds.get(table) == TableKind.REFERENCE) {
            throw new OrgScopeException(table + " is a reference table of Citus, and is declared to be distributed. Run SELECT undistribute_table("
                    + Literal.of(table.sql()) + "), or declare 'distribute: none' for it. Then run update again. This step changed nothing.");
        }
        Cluster.requireSettings(connection);
        if (!marked(table, Kind.DISTRIBUTED)) {
            decide(report.make());
        }
        for (Note mark : List.copyOf(marks.values())) {
            if (mark.kind() == Kind.REFERENCE && kinds.get(mark.table()) != TableKind.REFERENCE) {
                reference(mark.table());
            }
        }
        if (kinds.get(table) != TableKind.DISTRIBUTED) {
            distribute();
        }
        Cluster.requireRightShards(connection, table, column);
        look();
        foreignKeys.addWhileDistributed(this);
        Cluster.cleanUp(connection);
    }

    /** @throws OrgScopeException if the table is distributed by something else than the organization */
    private void requireKey(TableName name, String organization) throws SQLException {
        String wanted = "hash of " + organization;
        String key = kinds.get(name) == TableKind.DISTRIBUTED ? CitusTables.key(connection, name) : wanted;
        if (!key.equals(wanted)) {
            throw new OrgScopeException(name + " is not distributed by the " + wanted + ", but by the " + key + ". So the rows of an organization are not on one node."
                    + " Run SELECT undistribute_table(" + Literal.of(name.sql()) + "), or declare 'distribute: none' for it. Then run update again. This step changed nothing.");
        }
    }

    private boolean marked(TableName name, Kind kind) {
        return marks.containsKey(name) && marks.get(name).kind() == kind;
    }

    /** Stops if any table has an obstacle. Else it notes what each is to become, in one transaction. */
    private void decide(DistributionReport report) throws SQLException {
        for (Entry entry : report.tables()) {
            if (entry.kind() == TableKind.DISTRIBUTED) {
                requireKey(entry.subject().name(), entry.subject().column());
            }
        }
        List<String> obstacles = report.tables().stream().filter(this::changes)
                .flatMap(entry -> entry.blocking().stream().map(obstacle -> entry.subject().name() + ": " + obstacle.what() + " " + obstacle.remedy()))
                .toList();
        if (!obstacles.isEmpty()) {
            throw new OrgScopeException("Citus cannot distribute the tables yet. Obstacles (" + obstacles.size() + "):\n- "
                    + Listing.separated(obstacles, MOST_OBSTACLES, "\n- ") + "\norgscope-plan --target=citus says more. Remove it, and run update again."
                    + " This step changed nothing.");
        }
        List<String> statements = new ArrayList<>();
        for (Entry entry : report.tables()) {
            TableName name = entry.subject().name();
            if (entry.kind() != TableKind.LOCAL && changes(entry)) {
                Optional.ofNullable(marks.get(name)).ifPresent(joined -> statements.add(joined.remove()));
                statements.add((entry.kind() == TableKind.DISTRIBUTED ? Note.of(name, entry.subject().column(), Kind.DISTRIBUTED)
                        : Note.of(name, conversion.firstColumn(name), Kind.REFERENCE)).write());
            }
        }
        runner.run(List.of(new Action.Brief(table, statements)));
        look();
    }

    /** Whether a table is to become what it is not yet. A local table is left as it is once Citus has it. */
    private boolean changes(Entry entry) {
        TableKind now = kinds.get(entry.subject().name());
        return now == null || entry.kind() != TableKind.LOCAL && entry.kind() != now;
    }

    private void reference(TableName name) throws SQLException {
        prepare(name);
        runner.run(List.of(new Action.Brief(name, "SELECT pg_catalog.create_reference_table(" + Literal.of(name.sql()) + ")")));
        look();
    }

    private void prepare(TableName name) throws SQLException {
        if (managed(name)) {
            conversion.keep(name);
        }
        conversion.prepare(name);
        foreignKeys.take(name);
    }

    private void distribute() throws SQLException {
        prepare(table);
        if (!kinds.containsKey(table)) {
            conversion.add(table);
        }
        runner.run(List.of(new Action.Concurrent("SELECT pg_catalog.create_distributed_table_concurrently(" + Literal.of(table.sql()) + ", "
                + Literal.of(column) + colocated().map(other -> ", colocate_with => " + Literal.of(other.sql())).orElse("") + ")")));
    }

    /** A table that this step has distributed already. */
    private Optional<TableName> colocated() {
        return marks.values().stream().filter(mark -> mark.kind() == Kind.DISTRIBUTED && kinds.get(mark.table()) == TableKind.DISTRIBUTED)
                .map(Note::table).sorted().findFirst();
    }

    @Override
    public boolean managed(TableName name) {
        return kinds.containsKey(name);
    }

    @Override
    public void join(TableName name) throws SQLException {
        runner.run(List.of(new Action.Brief(name, Note.of(name, conversion.firstColumn(name), Kind.JOINED).write())));
        conversion.prepare(name);
        foreignKeys.take(name);
        conversion.add(name);
        look();
    }

    @Override
    public boolean placed(TableName name) {
        return marked(name, Kind.DISTRIBUTED) ? kinds.get(name) == TableKind.DISTRIBUTED
                : !marked(name, Kind.REFERENCE) || kinds.get(name) == TableKind.REFERENCE;
    }

    /** Takes the table back, and the reference tables with the last one. Does nothing if step 15 has not begun with it. */
    void back() throws SQLException {
        if (!marked(table, Kind.DISTRIBUTED)) {
            return;
        }
        Cluster.cleanUp(connection);
        remove(table);
        look();
        boolean last = marks.values().stream().noneMatch(mark -> mark.kind() == Kind.DISTRIBUTED && !mark.table().equals(table)
                && kinds.containsKey(mark.table()));
        if (last) {
            for (Note mark : List.copyOf(marks.values())) {
                remove(mark.table());
            }
        }
        look();
        foreignKeys.addAsBefore(this::managed);
        forget(last);
        Cluster.cleanUp(connection);
    }

    private void remove(TableName name) throws SQLException {
        if (managed(name)) {
            foreignKeys.take(name);
        }
        conversion.remove(name);
    }

    /** The mark of this table goes last. Until then, the way back goes on from it. */
    private void forget(boolean last) throws SQLException {
        List<Note> all = allMarks();
        for (Note mark : all) {
            if (last && !mark.table().equals(table)) {
                runner.run(List.of(new Action.Brief(mark.table(), mark.remove())));
            }
        }
        runner.run(List.of(new Action.Brief(table, all.stream().filter(mark -> mark.table().equals(table)).map(Note::remove).toList())));
    }
}
