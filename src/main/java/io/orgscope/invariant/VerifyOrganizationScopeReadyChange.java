package io.orgscope.invariant;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.Settings;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;

/**
 * The first half of step 01, {@code verifyOrganizationScopeReady}: checks {@link Invariants#beforehand}. It is a change
 * and not a precondition, because Liquibase shows the message of a change first, but of a precondition only that it
 * failed.
 */
@DatabaseChange(name = "verifyOrganizationScopeReady", description = "Checks what has to hold before a table gets its organization;"
        + " changes nothing", priority = 1)
public final class VerifyOrganizationScopeReadyChange extends OrganizationScopeChange {

    @Override
    protected boolean nothingToDo(Connection connection, Database database) {
        return JustChecked.take(connection, settings().scopedTable(defaultSchema(database)));
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        context.sound();
        if (context.script()) {
            refuseScript(context);
        }
        return List.of(new Action.Work(connection -> verify(connection, context), List.of()));
    }

    /** The script does not check again when it runs: there is no room for the queries of each table. Without a database nothing can be checked. */
    private static void refuseScript(StepContext context) throws SQLException {
        if (context.connection() == null || context.table().isEmpty() || context.columnNotNull()) {
            return;
        }
        Optional<String> broken = Invariants.broken(Invariants.aroundBeforehand(context.connection()), context);
        if (broken.isPresent()) {
            throw new OrgScopeException(broken.get() + " Write the script again then. If an earlier change set of the script mends it, run that change set first.");
        }
    }

    @Override
    protected boolean hasRollback() {
        return false;
    }

    @Override
    protected Collection<String> required() {
        return List.of(Settings.TABLE, Settings.ROUTE);
    }

    private static void verify(Connection connection, StepContext context) throws SQLException {
        List<Invariant> rules = JustChecked.takeButReferences(connection, context.scope()) ? List.of(Invariants.NO_REFERENCE_CROSSES) : Invariants.beforehand();
        Invariants.require(rules, context);
    }
}
