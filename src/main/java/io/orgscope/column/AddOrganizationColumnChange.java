package io.orgscope.column;

import io.orgscope.index.LostOldKeys;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 01, {@code addOrganizationColumn}. */
@DatabaseChange(name = "addOrganizationColumn", description = "Adds the organization column; rolled back, keeps every row's"
        + " organization in a side table and drops the column", priority = 1)
public final class AddOrganizationColumnChange extends OrganizationScopeChange {

    @Override
    protected boolean beginsLedger() {
        return true;
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        CopiedLedger.refuse(context);
        return new OrganizationColumn(context).add();
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        LostOldKeys.refuse(context, takenBackLater(context));
        List<Action> actions = new ArrayList<>(new FilledColumn(context).stopIfLeft());
        actions.addAll(new DroppedColumn(context).drop());
        return actions;
    }
}
