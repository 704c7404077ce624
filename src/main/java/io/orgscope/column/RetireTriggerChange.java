package io.orgscope.column;

import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 10, {@code retireOrganizationTrigger}: contract, once the application writes the column. */
@DatabaseChange(name = "retireOrganizationTrigger", description = "Takes away what fills the organization column for an application"
        + " that does not write it", priority = 1)
public final class RetireTriggerChange extends OrganizationScopeChange {

    @Override
    protected List<Action> forward(StepContext context) {
        return new FilledColumn(context).retire();
    }

    @Override
    protected List<Action> back(StepContext context) {
        return new FilledColumn(context).restore();
    }
}
