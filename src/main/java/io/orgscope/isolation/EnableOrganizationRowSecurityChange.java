package io.orgscope.isolation;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.RolledBackEarlier;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 12, {@code enableOrganizationRowSecurity}. */
@DatabaseChange(name = "enableOrganizationRowSecurity", description = "Policies that let a session see and write one organization's rows,"
        + " and row security switched on", priority = 1)
public final class EnableOrganizationRowSecurityChange extends RowSecurityChange implements RolledBackEarlier {

    private static final String DISTRIBUTE = "distribute";
    private static final String CITUS = "citus";

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        context.sound();
        List<Action> actions = new ArrayList<>();
        if (context.connection() != null) {
            new RowSecurityHazards(context, rows()).check().forEach(warning -> actions.add(said(warning)));
        }
        actions.addAll(new RowSecurity(context, rows(), settings().find(DISTRIBUTE).isPresent()).enable());
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

    @Override
    protected void check(Database database) {
        super.check(database);
        settings().find(DISTRIBUTE).filter(value -> !value.equals(CITUS)).ifPresent(value -> {
            throw new OrgScopeException("distribute has to be one of citus and none, not '" + value + "'.");
        });
    }

    @DatabaseChangeProperty(description = "citus for policies without a subquery, because Citus takes no others; none by default",
            requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getDistribute() {
        return settings().get(DISTRIBUTE);
    }

    public void setDistribute(String value) {
        settings().set(DISTRIBUTE, "none".equals(value) ? null : value);
    }
}
