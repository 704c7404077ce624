package io.orgscope.column;

import io.orgscope.index.StoppedIndexes;
import io.orgscope.reference.OrganizationReference;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one of the steps 04 to 07 has left that was stopped before Liquibase's record of it. Liquibase does not know of that step, so it does not roll
 * it back. It rolls back step 02 next. Without its triggers, NOT NULL would refuse the INSERTs of an application that does not know the column. And a
 * column that existed before stays, so nothing else may stay on it.
 */
final class StoppedColumnSteps {

    /** What the ledger lists beside constraints, indexes and policies. */
    private static final Set<String> NO_NAMES = Set.of(RequiredColumn.NOT_NULL, OrganizationColumn.DEFAULT, Ledger.ROW_SECURITY, Ledger.FORCED_ROW_SECURITY);

    private final StepContext context;
    private final RequiredColumn required;

    StoppedColumnSteps(StepContext context) {
        this.context = context;
        this.required = new RequiredColumn(context);
    }

    /** The actions before the triggers are dropped. A script refuses, because the rollbacks of steps that Liquibase knows of come before it. */
    List<Action> undo() throws SQLException {
        List<String> named = context.ledger().things().stream().filter(thing -> !NO_NAMES.contains(thing) && !thing.startsWith(Ledger.POLICY)).toList();
        if (context.script()) {
            return refuse(named);
        }
        List<Action> actions = new ArrayList<>(required.allowMissing());
        for (String name : named) {
            List<Action> key = OrganizationReference.dropBegun(context, name);
            actions.addAll(key.isEmpty() ? StoppedIndexes.drop(context, name) : key);
        }
        return actions;
    }

    /** The CHECK of step 04 is not in the ledger. If it is there now, that step was stopped. */
    private List<Action> refuse(List<String> named) throws SQLException {
        List<Action> actions = new ArrayList<>(required.dropChecks());
        List<String> lines = Stream.concat(required.lines().stream(), named.stream().map(Ledger::made)).toList();
        if (!lines.isEmpty()) {
            actions.add(StepScript.refuseIfStopped(context.name(), context.ledger(), lines));
        }
        return actions;
    }
}
