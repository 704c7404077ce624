package io.orgscope.column;

import io.orgscope.index.LostOldKeys;
import io.orgscope.step.Action;
import io.orgscope.step.Settings;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 02, {@code keepOrganizationFilled}. */
@DatabaseChange(name = "keepOrganizationFilled", description = "Triggers that fill the organization column where the application"
        + " leaves it out, and follow a row to another parent", priority = 1)
public final class KeepOrganizationFilledChange extends TriggerChange {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        FilledColumn filled = new FilledColumn(context, moves());
        List<Action> actions = new ArrayList<>(filled.start());
        if (filled.byTriggers()) {
            actions.addAll(new ChosenOrganizations(context).refuseUnnoted());
        }
        return actions;
    }

    @Override
    protected Collection<String> required() {
        return List.of(Settings.TABLE, Settings.ROUTE);
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        // Without the scoped index, which a stopped step may have left, the rollback of step 09 could not check the old key.
        LostOldKeys.refuse(context, takenBackLater(context));
        List<Action> actions = new ArrayList<>(new StoppedColumnSteps(context).undo());
        actions.addAll(new FilledColumn(context).stop());
        return actions;
    }
}
