package io.orgscope.column;

import io.orgscope.backfill.Backfill;
import io.orgscope.backfill.BackfillOptions;
import io.orgscope.backfill.BackfillTask;
import io.orgscope.backfill.ConnectionSource;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Check;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.NotNullConstraint;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.EachPartition;
import io.orgscope.step.Ledger;
import io.orgscope.step.NotedSql;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Step 04: NOT NULL without reading the table under a strong lock. A CHECK is added NOT VALID and validated while the
 * application writes. SET NOT NULL then trusts the CHECK and does not read the rows (PostgreSQL, ALTER TABLE, SET NOT
 * NULL). A small table needs no CHECK.
 *
 * <p>A NOT NULL that is NOT VALID (PostgreSQL 18) is adopted and validated. SET NOT NULL would validate it itself, under
 * ACCESS EXCLUSIVE, even if a valid CHECK makes that unnecessary.
 */
final class RequiredColumn {

    /** The name in the ledger of our NOT NULL. */
    static final String NOT_NULL = Ledger.NOT_NULL;

    /** The name in the ledger of the state that an adopted constraint had. */
    static final String NOT_VALID = Ledger.NOT_VALID;

    private final StepContext context;
    private final String table;
    private final String column;
    private final String check;

    /** The partitions whose rows were checked. */
    private final Set<Long> seen = new HashSet<>();

    RequiredColumn(StepContext context) {
        this.context = context;
        this.table = context.name().sql();
        this.column = Identifier.quote(context.scope().column());
        this.check = Naming.notNullCheck(context.name().name());
    }

    List<Action> require() throws SQLException {
        context.sound();
        if (context.column().map(found -> found.notNull()).orElse(false)) {
            return dropChecks();
        }
        if (context.scriptAddsDefault()) {
            return List.of();
        }
        Optional<NotNullConstraint> unvalidated = unvalidated();
        if (unvalidated.isPresent()) {
            return adopt(unvalidated.get());
        }
        if (!context.script() && context.table().orElseThrow().small()) {
            return requireAtOnce(context.table().get());
        }
        List<Action> actions = new ArrayList<>();
        actions.add(refuseOrFill());
        List<String> last = new ArrayList<>(List.of("ALTER TABLE " + table + " ALTER COLUMN " + column + " SET NOT NULL"));
        if (context.partitioned()) {
            // A CHECK on the whole table would be required of every table that is attached meanwhile.
            last.add(context.ledger().note(Ledger.made(NOT_NULL)));
            actions.addAll(validatePartitioned());
            actions.addAll(EachPartition.then(context, null, this::provePartition, last));
            actions.addAll(EachPartition.of(context, heap -> context.script() ? List.of(drop(heap.name())) : drop(heap)));
        } else {
            last.addAll(List.of(context.name().dropConstraint(check), context.ledger().note(Ledger.made(NOT_NULL))));
            actions.addAll(context.table().map(this::prove).orElseGet(() -> prove(context.name(), Optional.empty())));
            actions.add(new Action.Brief(context.name(), last));
        }
        return actions;
    }

    private Action refuseOrFill() {
        return new Action.Work(context.partitioned() ? this::fillAll : connection -> refuseMissing(connection, context.table().orElseThrow()), List.of());
    }

    private Optional<NotNullConstraint> unvalidated() {
        return context.column().map(Column::unvalidated);
    }

    private List<Action> adopt(NotNullConstraint unvalidated) throws SQLException {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.Note.ofAdopted("The NOT NULL constraint " + unvalidated.name() + " of " + context.name()));
        actions.add(refuseOrFill());
        List<String> last = List.of(context.name().validateConstraint(unvalidated.name()), context.ledger().note(Ledger.retired(NOT_VALID, restoreSql(unvalidated))));
        if (context.partitioned()) {
            actions.addAll(EachPartition.then(context, null, this::provePartition, last));
        } else {
            actions.add(new Action.Brief(context.name(), last));
        }
        actions.addAll(dropChecks());
        return actions;
    }

    /** SQL that makes the constraint NOT VALID again. PostgreSQL can do that only by adding it again. */
    private String restoreSql(NotNullConstraint unvalidated) {
        String name = Identifier.quote(unvalidated.name());
        return "ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP NOT NULL, ADD CONSTRAINT " + name + " " + unvalidated.definition()
                + (unvalidated.comment() == null ? "" : ";\nCOMMENT ON CONSTRAINT " + name + " ON " + table + " IS " + Literal.oneLine(unvalidated.comment()));
    }

    /** SET NOT NULL reads the few rows itself. */
    private List<Action> requireAtOnce(Table small) {
        List<String> statements = new ArrayList<>(List.of("ALTER TABLE " + table + " ALTER COLUMN " + column + " SET NOT NULL"));
        if (check(small).isPresent()) {
            statements.add(small.name().dropConstraint(check));
        }
        statements.add(context.ledger().note(Ledger.made(NOT_NULL)));
        return List.of(new Action.Work(connection -> refuseMissing(connection, small), List.of()), new Action.Brief(small.name(), statements)
                .explained((connection, failed) -> lateRows(connection, failed, SqlState.NOT_NULL_VIOLATION, small.name())));
    }

    /** Fills the rows of partitions that were attached since the backfill. */
    private void fillAll(Connection connection) throws SQLException {
        seen.addAll(Catalog.ofTree(connection, context.name()).tables().stream().map(Table::oid).toList());
        fill(connection, context.table().orElseThrow());
    }

    private void fill(Connection connection, Table rows) throws SQLException {
        if (missing(connection, rows).count() > 0) {
            BackfillTask task = new BackfillTask(rows.name(), context.scope().column(), context.resolved().value(), BackfillOptions.defaults(),
                    context.name(), context.scope().tables());
            new Backfill(task, ConnectionSource.NONE, progress -> { }).run(connection);
            refuseMissing(connection, rows);
        }
    }

    private List<Action> provePartition(Table partition) {
        List<Action> actions = new ArrayList<>();
        if (!context.script() && seen.add(partition.oid())) {
            actions.add(new Action.Work(connection -> fill(connection, partition), List.of()));
        }
        actions.addAll(prove(partition));
        return actions;
    }

    private List<Action> prove(Table heap) {
        Optional<Column> found = heap.column(context.scope().column());
        if (found.map(Column::notNull).orElse(false)) {
            return List.of();
        }
        return found.map(Column::unvalidated).isPresent() ? validateOwn(heap) : prove(heap.name(), check(heap));
    }

    private List<Action> validateOwn(Table heap) {
        return heap.column(context.scope().column()).map(Column::unvalidated).stream()
                .<Action>map(unvalidated -> new Action.Brief(heap.name(), heap.name().validateConstraint(unvalidated.name()))).toList();
    }

    /**
     * If a partition that has partitions has a constraint of its own, SET NOT NULL on the table leaves it NOT VALID. A
     * dump of that cannot be restored.
     */
    private List<Action> validatePartitioned() throws SQLException {
        return Catalog.ofTree(context.connection(), context.name()).tables().stream().filter(partition -> partition.kind() == 'p')
                .flatMap(partition -> validateOwn(partition).stream()).toList();
    }

    private List<Action> prove(TableName heap, Optional<Check> found) {
        List<Action> actions = new ArrayList<>();
        if (found.isEmpty()) {
            actions.add(new Action.Brief(heap, "ALTER TABLE " + heap.sql() + " ADD CONSTRAINT " + Identifier.quote(check)
                    + " CHECK (" + column + " IS NOT NULL) NOT VALID"));
        }
        if (!found.map(Check::validated).orElse(false)) {
            actions.add(new Action.Brief(heap, heap.validateConstraint(check)).explained((connection, failed) -> lateRows(connection, failed, SqlState.CHECK_VIOLATION, heap)));
        }
        return actions;
    }

    /** Drops the CHECKs that a stopped run has left. */
    List<Action> dropChecks() throws SQLException {
        return context.partitioned() ? EachPartition.of(context, this::drop) : context.table().map(this::drop).orElse(List.of());
    }

    private List<Action> drop(Table heap) {
        return check(heap).isPresent() ? List.of(drop(heap.name())) : List.of();
    }

    private Action drop(TableName heap) {
        return new Action.Brief(heap, heap.dropConstraint(check));
    }

    private Optional<Check> check(Table heap) {
        return heap.checks().stream().filter(c -> c.name().equals(check)).findFirst();
    }

    /** The lines of the ledger for what {@link #allowMissing} takes back. */
    List<String> lines() {
        return context.ledger().among(Stream.concat(Stream.of(Ledger.made(NOT_NULL)), context.ledger().retiredLine(NOT_VALID)));
    }

    List<Action> allowMissing() throws SQLException {
        StayingNotNull.refuse(context);
        List<Action> actions = new ArrayList<>(dropChecks());
        boolean notNull = context.column().map(found -> found.notNull()).orElse(false);
        boolean gone = !context.script() && context.column().isEmpty() || context.scriptAddsDefault();
        if (gone) {
            return actions;
        }
        Optional<String> restoreSql = context.ledger().retired(NOT_VALID);
        if (restoreSql.isPresent()) {
            NotedSql.refuseRenamed(context);
            // If somebody has dropped the constraint since, it stays dropped.
            actions.add(notValidAgain(restoreSql.filter(sql -> notNull)));
        } else if (context.script() && unvalidated().isPresent()) {
            actions.add(notValidAgain(unvalidated().map(this::restoreSql)));
        } else if (context.ours(Ledger.made(NOT_NULL), notNull)) {
            actions.add(new Action.Brief(context.name(), "ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP NOT NULL",
                    context.ledger().forget(Ledger.made(NOT_NULL))));
        }
        return actions;
    }

    private Action notValidAgain(Optional<String> restoreSql) {
        List<String> statements = new ArrayList<>(restoreSql.stream().toList());
        statements.add(context.ledger().forgetRetired(NOT_VALID));
        return new Action.Brief(context.name(), statements);
    }

    private RowKeys missing(Connection connection, Table rows) throws SQLException {
        return RowKeys.of(connection, rows, "t." + column + " IS NULL");
    }

    /**
     * A CHECK makes the application's UPDATEs of rows without an organization fail, even if it is NOT VALID. So the
     * rows are checked first.
     */
    private void refuseMissing(Connection connection, Table table) throws SQLException {
        RowKeys rows = missing(connection, table);
        if (rows.count() > 0) {
            throw new OrgScopeException(message(table.name(), rows, dropLeft(connection)));
        }
    }

    /** Rows that were written between that check and the CHECK. A partition that was detached meanwhile does not count. */
    private Optional<String> lateRows(Connection connection, SQLException failed, String expected, TableName heap) throws SQLException {
        Optional<Table> now = !expected.equals(failed.getSQLState()) ? Optional.empty()
                : (context.partitioned() ? Catalog.ofTree(connection, context.name()) : Catalog.of(connection, List.of(heap))).find(heap);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        String left = dropLeft(connection);
        RowKeys rows = missing(connection, now.get());
        return Optional.of(rows.count() > 0 ? message(heap, rows, left) : heap.column(context.scope().column())
                + " cannot be NOT NULL yet: rows had no organization when they were checked, and now there is no such row. Run update again. " + left);
    }

    private String message(TableName heap, RowKeys rows, String left) {
        return heap.column(context.scope().column()) + " cannot be NOT NULL yet: " + rows
                + " have no organization. Their routes give none, or they were written without the trigger of step 02."
                + " Give them one (UPDATE " + heap.sql() + " SET " + column + " = … WHERE " + column + " IS NULL), then run update again. " + left;
    }

    /**
     * Drops our CHECKs, also those of a run that was stopped. With them the application could not write such rows, although the step is not done.
     *
     * @return what to say about them
     */
    private String dropLeft(Connection connection) throws SQLException {
        List<Action> drops = context.partitioned() ? EachPartition.of(context, this::drop)
                : Catalog.of(connection, List.of(context.name())).find(context.name()).map(this::drop).orElse(List.of());
        try {
            new StepRunner(connection, context.locks()).run(drops);
        } catch (OrgScopeException busy) {
            return "The CHECK " + check + " of this step is still there, so PostgreSQL refuses new such rows: " + busy.getMessage();
        }
        return "This step has left no constraint.";
    }
}
