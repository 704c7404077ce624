package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The later steps of a table that were stopped before Liquibase's record of them. Liquibase does not roll them back. So a rollback does it first.
 *
 * @param connection null when a script is written without a database. Then there are no later steps
 * @param later      the {@link RolledBackEarlier} steps that come after the one that is rolled back, the last one first
 */
record StoppedSteps(Connection connection, List<Later> later) {

    /**
     * A later step.
     *
     * @param change   the same object as in the script
     * @param recorded whether Liquibase has a record of it
     */
    record Later(RolledBackEarlier change, ScopedTable scope, BooleanSupplier recorded, Back back) {
    }

    /** Makes the actions of a rollback from the catalog. */
    @FunctionalInterface
    interface Back {
        List<Action> actions() throws SQLException;
    }

    /**
     * Rolls them back.
     *
     * @param catalog what was just read; null if nothing was
     * @return whether there was one
     */
    boolean undo(Catalog catalog, LockPolicy locks) throws SQLException {
        boolean undone = false;
        for (Later step : later) {
            ScopedTable scope = step.scope();
            Ledger ledger = undone || catalog == null || catalog.find(scope.table()).isEmpty() ? Ledger.read(connection, scope.table(), scope.column())
                    : Ledger.of(scope, catalog);
            if (!step.change().ledgerLines(ledger).isEmpty() && !step.recorded().getAsBoolean()) {
                new StepRunner(connection, locks).run(step.back().actions());
                undone = true;
            }
        }
        return undone;
    }

    /** A script refuses, unless it has rolled back such a step itself. */
    List<Action> refuse(ScriptCommand command, ScriptCommand.Everything everything) throws SQLException {
        List<Action> actions = new ArrayList<>();
        for (Later step : later) {
            ScopedTable scope = step.scope();
            Ledger ledger = Ledger.of(scope, command.catalog(connection, scope.tables(), everything));
            List<String> lines = step.change().ledgerLines(ledger);
            if (!lines.isEmpty() && !command.hasBack(step.change()) && !step.recorded().getAsBoolean()) {
                actions.add(StepScript.refuseIfStopped(scope.table(), ledger, lines));
            }
        }
        return actions;
    }
}
