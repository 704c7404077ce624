package io.orgscope.column;

import io.orgscope.index.LostOldKeys;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.RolledBackEarlier;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 10, {@code retireOrganizationTrigger}: part of the contract, after the application writes the column. */
@DatabaseChange(name = "retireOrganizationTrigger", description = "Drops the triggers or the default that fill the organization column for an"
        + " application that does not write it", priority = 1)
public final class RetireTriggerChange extends TriggerChange implements RolledBackEarlier {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return new FilledColumn(context).retire();
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        LostOldKeys.refuse(context, takenBack(context));
        return new FilledColumn(context, moves()).restore();
    }

    /** Without the triggers the INSERTs of the old application fail. */
    @Override
    public List<String> ledgerLines(Ledger ledger) {
        return FilledColumn.retired(ledger);
    }
}
