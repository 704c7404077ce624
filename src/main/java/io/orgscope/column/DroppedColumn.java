package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.EachPartition;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rollback of step 01. It copies every row's organization to the side table and then drops the column. While rows
 * are copied, a trigger copies what the application writes. So nothing is left to copy when the column is dropped.
 */
final class DroppedColumn {

    private final StepContext context;
    private final ScopedTable scope;
    private final KeptAssignments kept;
    private final CopyTrigger copyTrigger;

    DroppedColumn(StepContext context) {
        this.context = context;
        this.scope = context.scope();
        this.kept = context.resolved().kept();
        this.copyTrigger = new CopyTrigger(context);
    }

    List<Action> drop() throws SQLException {
        if (!context.script() && context.column().isEmpty()) {
            return List.of();
        }
        if (!context.ours(Ledger.madeColumn(), context.column().isPresent())) {
            return stay();
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Work(new Dependents(context)::refuse, new Dependents(context).script(), List.of(Dependents.PROCEDURE)));
        if (!kept.possible()) {
            actions.addAll(dropWithoutKey());
            return actions;
        }
        if (kept.presumed()) {
            actions.add(new Action.Work(connection -> { }, List.of(StepScript.refuseIfAny(kept.alike(), context.name() + " has no key that identifies a"
                    + " row without its organization. Add a primary key, then run rollback again. Nothing was dropped."))));
        }
        actions.add(new Action.Work(KeptSchema::require, List.of(KeptSchema.CREATE)));
        boolean fresh = !copyTrigger.running();
        if (fresh) {
            actions.add(new Action.Brief(context.name(), copyTrigger.start()));
        }
        Optional<String> takeOver = kept.replacement().takeOver(fresh);
        takeOver.ifPresent(sql -> actions.add(new Action.Brief(context.name(), sql)));
        List<String> last = new ArrayList<>(List.of(UnmovedRows.check(context)));
        last.addAll(copyTrigger.stop());
        last.add(dropColumn());
        if (takeOver.isPresent() || context.script()) {
            last.add(kept.replacement().dropFormer());
        }
        actions.addAll(copyThen(last, new KeptRows(context, copyTrigger.chosen(fresh), !fresh)));
        return actions;
    }

    /** The ledger of a column that was adopted. If a rollback was stopped before Liquibase's record of it, there is none any more. */
    private List<Action> stay() {
        List<Action> actions = new ArrayList<>(List.of(new Action.Note(context.name().column(scope.column()) + " existed before the first update; it stays.")));
        if (context.script() || context.ledger().has(Ledger.adoptedColumn())) {
            actions.add(new Action.Brief(context.name(), context.ledger().forget(Ledger.adoptedColumn())));
        }
        return actions;
    }

    /** The column is dropped only when every row is copied, also those of a partition that was attached meanwhile and of a heap that was rewritten. */
    private List<Action> copyThen(List<String> last, KeptRows rows) throws SQLException {
        if (context.partitioned()) {
            return EachPartition.then(context, null, leaf -> List.of(rows.copy(leaf.name())), last);
        }
        return List.of(rows.copy(context.name()), new Action.Brief(context.name(), last));
    }

    private String dropColumn() {
        return "ALTER TABLE " + context.name().sql() + " DROP COLUMN IF EXISTS " + Identifier.quote(scope.column());
    }

    /**
     * Without a key no row's organization can be kept. The column may be dropped if the routes give every row the same
     * organization.
     */
    private List<Action> dropWithoutKey() {
        if (context.table().isEmpty()) {
            throw new OrgScopeException("A script that drops " + context.name().column(scope.column()) + " has to keep each row's organization by its"
                    + " key. Without a database the key is not known. Write the script with a connection to the database.");
        }
        context.sound();
        String different = " FROM " + context.name().sql() + " t WHERE " + context.resolved().stored() + " IS NOT NULL AND "
                + context.resolved().stored() + " IS DISTINCT FROM " + context.resolved().routed();
        return List.of(new Action.Work(connection -> refuseToLose(connection, different), List.of(StepScript.refuseIfAny("SELECT" + different, lost("some")))),
                new Action.Brief(context.name(), dropColumn()));
    }

    private void refuseToLose(Connection connection, String different) throws SQLException {
        long rows = Sql.first(connection, 0L, "SELECT pg_catalog.count(*)" + different, row -> row.getLong(1));
        if (rows > 0) {
            throw new OrgScopeException(lost(Long.toString(rows)));
        }
    }

    private String lost(String rows) {
        return context.name() + " has no primary key and no unique key without generated columns, so its rows could not be found again. The organization of "
                + rows + " of them would be lost, because their routes no longer give it. Add a primary key, then run rollback again. Nothing was dropped.";
    }
}
