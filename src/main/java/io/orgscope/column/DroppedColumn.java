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
import io.orgscope.step.StepRunner;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way back of step 01: every row's organization goes to the side table, then the column goes. While rows are
 * copied, a trigger follows what the application still writes, so that the column goes with nothing left to keep.
 */
final class DroppedColumn {

    private final StepContext context;
    private final ScopedTable scope;
    private final KeptAssignments kept;
    private final Capture capture;

    DroppedColumn(StepContext context) {
        this.context = context;
        this.scope = context.scope();
        this.kept = context.resolved().kept();
        this.capture = new Capture(context);
    }

    List<Action> drop() throws SQLException {
        if (!context.script() && context.column().isEmpty()) {
            return List.of();
        }
        if (!context.ours(Ledger.madeColumn(), context.column().isPresent())) {
            return List.of(new Action.Note(context.name().column(scope.column()) + " was there before us; it stays."));
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Work(new Dependents(context)::refuse, new Dependents(context).script()));
        if (!kept.possible()) {
            actions.addAll(dropWithoutKey());
            return actions;
        }
        if (kept.presumed()) {
            actions.add(new Action.Work(connection -> { }, List.of(StepScript.refuseIfAny(kept.alike(), context.name() + " has no key that tells its rows"
                    + " apart without their organization. Give it a primary key. Nothing was dropped."))));
        }
        actions.add(new Action.Work(KeptSchema::require, List.of(KeptSchema.CREATE)));
        boolean fresh = !capture.running();
        if (fresh) {
            actions.add(new Action.Brief(context.name(), capture.start()));
        }
        Optional<String> takeOver = kept.takeOver(fresh);
        takeOver.ifPresent(sql -> actions.add(new Action.Brief(context.name(), sql)));
        List<String> last = new ArrayList<>(capture.stop());
        last.add(dropColumn());
        if (takeOver.isPresent() || context.script()) {
            last.add(kept.dropFormer());
        }
        actions.addAll(copyThen(last, capture.chosen(fresh)));
        return actions;
    }

    /** Nothing goes before every row, also those of a partition that comes meanwhile, is kept. */
    private List<Action> copyThen(List<String> last, String chosen) throws SQLException {
        KeptRows rows = new KeptRows(context, chosen);
        if (context.partitioned()) {
            Set<Long> copied = new HashSet<>();
            return EachPartition.then(context, null, leaf -> copied.add(leaf.oid()) ? List.of(rows.copy(leaf.name())) : List.of(), last);
        }
        return List.of(rows.copy(context.name()), new Action.Brief(context.name(), last));
    }

    private String dropColumn() {
        return "ALTER TABLE " + context.name().sql() + " DROP COLUMN IF EXISTS " + Identifier.quote(scope.column());
    }

    /** Without a key nothing can be kept for a row; the column may go when the routes give every row the same again. */
    private List<Action> dropWithoutKey() {
        if (context.table().isEmpty()) {
            throw new OrgScopeException("A script that drops " + context.name().column(scope.column()) + " has to keep each row's"
                    + " organization by its key, and no key of the table is known here. Write the script from the database itself.");
        }
        context.sound();
        String different = " FROM " + context.name().sql() + " t WHERE " + context.resolved().stored() + " IS NOT NULL AND "
                + context.resolved().stored() + " IS DISTINCT FROM " + context.resolved().routed();
        return List.of(new Action.Work(connection -> dropWithoutKey(connection, different),
                List.of(StepScript.refuseIfAny("SELECT" + different, lost("some")), dropColumn())));
    }

    private void dropWithoutKey(Connection connection, String different) throws SQLException {
        long rows = Sql.first(connection, 0L, "SELECT pg_catalog.count(*)" + different, row -> row.getLong(1));
        if (rows > 0) {
            throw new OrgScopeException(lost(Long.toString(rows)));
        }
        new StepRunner(connection, context.locks()).run(List.of(new Action.Brief(context.name(), dropColumn())));
    }

    private String lost(String rows) {
        return context.name() + " has no primary key and no unique key by which its rows could be found again, and the organization of "
                + rows + " of them would be lost: the routes no longer give it. Give the table a primary key, then run rollback again."
                + " Nothing was dropped.";
    }
}
