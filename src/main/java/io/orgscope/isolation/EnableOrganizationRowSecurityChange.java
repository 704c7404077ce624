package io.orgscope.isolation;

import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.RolledBackEarlier;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 12, {@code enableOrganizationRowSecurity}. */
@DatabaseChange(name = "enableOrganizationRowSecurity", description = "Policies that let a session see and write one organization's rows,"
        + " and row security switched on", priority = 1)
public final class EnableOrganizationRowSecurityChange extends RowSecurityChange implements RolledBackEarlier {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        context.sound();
        List<Action> actions = new ArrayList<>();
        if (context.connection() != null) {
            new RowSecurityHazards(context, rows()).check().forEach(warning -> actions.add(said(warning)));
        }
        actions.addAll(new RowSecurity(context, rows()).enable());
        return actions;
    }

    @Override
    public List<String> ledgerLines(Ledger ledger) {
        return StoppedRowSecurity.lines(ledger);
    }

    @Override
    protected List<Action> back(StepContext context) {
        return new RowSecurity(context, rows()).disable();
    }
}
