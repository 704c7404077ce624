package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.postgres.Transaction;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows for which the application chose another organization than their routes give. They are noted in the side table,
 * beside what a rollback kept. A move does not change them, and a verification does not report them as wrong.
 *
 * <p>The triggers of step 02 note a choice when it is made. If there are no triggers, the rollbacks of steps 08 and 10
 * note every row that differs from its routes.
 */
public final class ChosenOrganizations {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenOrganizations.class);

    private final StepContext context;
    private final KeptAssignments kept;

    public ChosenOrganizations(StepContext context) {
        this.context = context;
        this.kept = context.resolved().kept();
    }

    /**
     * Refuses to go on if there is a side table with rows that does not fit the table any more. Its choices would be ignored, and rows would get another
     * organization. It also refuses one that is too narrow, even if it is empty: no choice could be noted of some rows. After the contract nothing reads it.
     */
    public void requireFitting() throws SQLException {
        if (context.connection() == null || FilledColumn.retired(context)) {
            return;
        }
        kept.narrow().ifPresent(this::refuseNarrow);
        Optional<String> misfit = kept.misfit();
        if (misfit.isEmpty() || !Sql.first(context.connection(), false, "SELECT true FROM " + kept.name().sql() + " LIMIT 1", row -> row.getBoolean(1))) {
            return;
        }
        throw new OrgScopeException("The side table " + kept.name().sql() + " does not fit " + context.name() + " any more. It has organizations that the"
                + " application chose, and they would be lost. " + misfit.get() + " If nothing of it is needed, run DROP TABLE " + kept.name().sql()
                + ". Then run the command again. Nothing was changed.");
    }

    private void refuseNarrow(String narrow) {
        throw new OrgScopeException("The side table " + kept.name().sql() + " is too narrow for " + context.name() + ". Where a value is longer or larger"
                + " than the side table takes, an INSERT or UPDATE fails in which the application chooses the organization. " + narrow
                + " Then run the command again. Nothing was changed.");
    }

    /** Creates the schema of the side table if the statements of {@link #create} need it. */
    List<Action> requireSchema() {
        return lacking() ? List.of(new Action.Work(KeptSchema::require, List.of(KeptSchema.CREATE))) : List.of();
    }

    /** Statements that create the side table if there is none. Rows without a key cannot be noted, because they could not be found again. */
    List<String> create() {
        return lacking() ? kept.replacement().createIfMissing(context.resolved().keptType(), context.script()) : List.of();
    }

    private boolean lacking() {
        return kept.canNote() && !kept.present();
    }

    /**
     * Whether the triggers of step 02 note choices in a side table that is not there. So it is in a database that was restored without the schema of the
     * side tables. Each INSERT that leaves the organization out fails there.
     */
    public boolean lost() {
        return kept.canNote() && kept.absent() && context.table().filter(table -> table.triggers().containsAll(NewRowNotes.NAMES)).isPresent();
    }

    /**
     * Makes a side table again that is {@link #lost}. Which organizations the application chose is not known any more. So every row that differs from its
     * routes is noted, in the transaction that makes the table. That is not possible if the routes have changed since: all rows could differ.
     */
    List<Action> makeAgain() throws SQLException {
        if (!lost()) {
            return List.of();
        }
        Optional<FoundFunction> function = FoundFunction.of(context);
        requireOwn(function);
        if (function.filter(found -> !found.follows(context.resolved())).isPresent()) {
            throw new OrgScopeException("The side table " + kept.name().sql() + " of " + context.name() + " is not there, and the routes have changed since its triggers"
                    + " were made. So nothing shows which organizations the application chose, and INSERTs into the table fail. Restore the schema "
                    + ScopedTable.KEPT_SCHEMA + " from a dump. Or declare the former routes, run orgscope-repair, and declare the new ones after it. Nothing was changed.");
        }
        List<String> statements = new ArrayList<>(create());
        statements.add(note());
        List<Action> actions = new ArrayList<>(requireSchema());
        actions.add(new Action.Work(connection -> makeAgain(connection, statements), statements));
        return actions;
    }

    /** Throws if a side table is {@link #lost} that another role has to make. */
    void requireOwn(Optional<FoundFunction> function) {
        if (lost() && function.filter(found -> !found.own()).isPresent()) {
            throw new OrgScopeException("The side table of " + context.name() + " is not there, and the functions of its triggers belong to the role " + function.get().owner()
                    + ". They could not use a side table of another role. Run orgscope-repair as " + function.get().owner() + ". Nothing was changed.");
        }
    }

    private void makeAgain(Connection connection, List<String> statements) throws SQLException {
        Transaction.run(connection, () -> {
            for (String statement : statements) {
                Sql.execute(connection, statement);
            }
            return null;
        });
        LOG.warn("{}: the side table {} was not there and was made again. What the application chose is not known any more. Each row that holds another organization"
                + " than its routes give counts as chosen now", context.name(), kept.name());
    }

    /** Notes every row that differs from its routes. Does nothing if the rows have no key or there is no column, and there will be none. */
    public List<Action> keep() {
        if (!kept.canNote() || context.column().isEmpty() && !context.script() || context.scope().routes().isEmpty()) {
            return List.of();
        }
        context.sound();
        kept.narrow().ifPresent(this::refuseNarrow);
        List<Action> actions = new ArrayList<>(requireSchema());
        if (lacking()) {
            actions.add(new Action.Brief(context.name(), create()));
        }
        actions.add(new Action.Work(this::keep, List.of(note(), forget())));
        return actions;
    }

    private void keep(Connection connection) throws SQLException {
        long rows = Sql.first(connection, 0L, "SELECT pg_catalog.count(*) FROM " + context.resolved().rows() + " WHERE " + different(),
                row -> row.getLong(1));
        Sql.execute(connection, forget());
        if (rows > 0) {
            Sql.execute(connection, note());
            LOG.info("{}: {} rows hold another organization than their routes give; it is kept in {}", context.name(), rows, kept.name());
        }
    }

    /**
     * Stops if the application may have chosen before the triggers were there, which noted nothing. This is possible only if the column existed before the
     * first update. A parent of such a row may have moved as well.
     */
    List<Action> refuseUnnoted() {
        if (!kept.canNote() || context.column().isEmpty() || context.ledger().has(Ledger.madeColumn()) || context.scope().routes().isEmpty()) {
            return List.of();
        }
        String query = "SELECT " + RowKeys.key(context.table().orElseThrow(), "t") + " AS key FROM " + context.resolved().rows() + " WHERE " + different()
                + " AND NOT " + kept.holds();
        return List.of(StepScript.refuseRows(query, this::unnoted));
    }

    /**
     * Stops if the column is filled and rows hold another organization than their present routes give. Step 03 does not fill these rows, and step 08 does not
     * run again for other routes. After a rollback of step 10 it does not stop: some of them may be choices without a note. Nor does it if the rows have no key:
     * then no choice has a note.
     */
    List<Action> refuseOthers() {
        if (!kept.canNote() || !context.columnNotNull() || context.scope().routes().isEmpty()) {
            return List.of();
        }
        String query = "SELECT " + RowKeys.key(context.table().orElseThrow(), "t") + " AS key FROM " + context.resolved().rows() + " WHERE " + different()
                + " AND NOT " + kept.held()
                + " AND " + UnnotedChoices.none(Literal.of(new UnnotedChoices(kept).mark()));
        return List.of(new Action.Work(connection -> {
            requireFitting();
            FixedSearchPath.of(context).use();
            RowKeys.requireNone(connection, query, this::others);
        }, List.of(StepScript.refuseIfAny(query, others("rows")))));
    }

    private String others(String rows) {
        return context.name() + ": the column is filled already, and " + rows + " hold another organization than the declared routes give. "
                + repair(context.name());
    }

    /** What to do about rows that hold another organization than their routes give, if the table has the triggers of step 02. */
    public static String repair(TableName table) {
        String name = table.toString();
        String argument = name.matches("[\\w.]+") ? name : "'" + name.replace("'", "'\\''") + "'";
        return "The application has not chosen them: its choices are noted, and not listed here. Run liquibase orgscope-repair --spec=db/tenancy.orgscope.yaml --table="
                + argument + ", with the path of your declaration in --spec. It fills these rows again from their routes. Then run update again.";
    }

    private String unnoted(String rows) {
        return context.name() + ": it is not known whether the application chose the organization of " + rows + ". The routes give another one, and the rows were"
                + " written before the triggers of step 02 were there. Such a row would follow the next move of its parent. Set the organization that the routes"
                + " give. If the application chose another one, set that one again after this: now the triggers note it. Then run update again.";
    }

    private String note() {
        return kept.note(context.resolved().rows(), " AND " + different());
    }

    /** Also where a row holds what its routes give: without triggers nothing ended the choice, or the row is a new one with the same key. */
    private String forget() {
        return kept.forget("(SELECT t.*, " + context.resolved().routedInRows() + " AS orgscope_routed FROM " + context.resolved().rows() + ") AS t");
    }

    private String different() {
        return context.resolved().routedInRows() + " <> " + context.resolved().stored();
    }
}
