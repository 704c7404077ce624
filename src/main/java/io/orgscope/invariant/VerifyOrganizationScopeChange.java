package io.orgscope.invariant;

import io.orgscope.column.ChosenOrganizations;
import io.orgscope.column.Dependents;
import io.orgscope.column.FixedSearchPath;
import io.orgscope.column.OrganizationColumn;
import io.orgscope.column.StayingNotNull;
import io.orgscope.index.LostOldKeys;
import io.orgscope.index.ScopedPrimaryKey;
import io.orgscope.isolation.StoppedRowSecurity;
import io.orgscope.reference.StoppedReferences;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;

/** Step 08, {@code verifyOrganizationScope}: checks every invariant. */
@DatabaseChange(name = "verifyOrganizationScope", description = "Checks every invariant of a scoped table; changes nothing", priority = 1)
public final class VerifyOrganizationScopeChange extends OrganizationScopeChange {

    @Override
    protected List<Action> forward(StepContext context) {
        context.sound();
        List<String> script = Stream.of(Invariants.NO_ROW_WITHOUT, Invariants.STORED_EQUALS_ROUTED)
                .map(invariant -> refuse(invariant, context)).toList();
        return List.of(new Action.Work(connection -> verify(context), script));
    }

    /** Isolation and step 14 come later. What is left of them is of a step that was stopped. */
    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        LostOldKeys.refuse(context, takenBackLater(context));
        StayingNotNull.refuseAdopted(context);
        List<Action> actions = new ArrayList<>(context.script() ? refuseStopped(context) : undoStopped(context));
        actions.addAll(Dependents.refuseOthers(context));
        actions.addAll(new ScopedPrimaryKey(context).dropBegun());
        actions.addAll(new ChosenOrganizations(context).keep());
        return actions;
    }

    private static List<Action> undoStopped(StepContext context) throws SQLException {
        return Stream.of(StoppedRowSecurity.undo(context), new ScopedPrimaryKey(context).restoreStopped(), StoppedReferences.restore(context))
                .flatMap(List::stream).toList();
    }

    private static List<Action> refuseStopped(StepContext context) {
        List<String> left = Stream.of(StoppedRowSecurity.lines(context.ledger()), ScopedPrimaryKey.ledgerLines(context.ledger()), StoppedReferences.lines(context))
                .flatMap(List::stream).toList();
        return left.isEmpty() ? List.of() : List.of(StepScript.refuseIfStopped(context.name(), context.ledger(), left));
    }

    /** What the triggers would fill is compared with what is stored, so it runs with their search_path. */
    private static void verify(StepContext context) throws SQLException {
        if (OrganizationColumn.keptFilled(context)) {
            new ChosenOrganizations(context).requireFitting();
            FixedSearchPath.of(context).use();
        }
        Invariants.require(Invariants.afterwards(), context);
    }

    private static String refuse(Invariant invariant, StepContext context) {
        return StepScript.refuseIfAny(invariant.query(context).orElseThrow(),
                invariant.id() + ": " + context.name() + ": " + invariant.broken() + " " + invariant.remedy());
    }
}
