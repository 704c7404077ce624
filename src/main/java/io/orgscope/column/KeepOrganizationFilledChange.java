package io.orgscope.column;

import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.change.DatabaseChange;

/** Step 02, {@code keepOrganizationFilled}. */
@DatabaseChange(name = "keepOrganizationFilled", description = "Triggers that fill the organization column where the application"
        + " leaves it out, and follow a row to another parent", priority = 1)
public final class KeepOrganizationFilledChange extends OrganizationScopeChange {

    @Override
    protected List<Action> forward(StepContext context) {
        return new FilledColumn(context).start();
    }

    @Override
    protected List<Action> back(StepContext context) {
        return new FilledColumn(context).stop();
    }

    /** The routes are what the trigger is made of: with other routes the step runs again. */
    @Override
    public String[] getExcludedFieldFilters(ChecksumVersion version) {
        return new String[] {"lockTimeout", "lockDeadline", "organizationsType"};
    }
}
