package io.orgscope.citus;

import io.orgscope.index.ScopedPrimaryKey;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.RolledBackEarlier;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;

/** Step 14, {@code scopePrimaryKey}. */
@DatabaseChange(name = "scopePrimaryKey", description = "The primary key gets the organization as its first column", priority = 1)
public final class ScopePrimaryKeyChange extends OrganizationScopeChange implements RolledBackEarlier {

    private static final List<Action> UNKNOWN = List.of(new Action.Note("Without a database, the primary key is not known: write the script of step 14"
            + " with a connection to the database."));

    @Override
    public List<String> ledgerLines(Ledger ledger) {
        return ScopedPrimaryKey.ledgerLines(ledger);
    }

    /** The rollback of step 15 may run before the catalog is read. */
    @Override
    protected Collection<TableName> reads(Database database) {
        return List.of();
    }

    @Override
    protected List<Action> planForward(Target target) throws SQLException {
        return target.connection() == null ? UNKNOWN : super.planForward(target);
    }

    @Override
    protected List<Action> planBack(Target target) throws SQLException {
        if (target.connection() == null) {
            return UNKNOWN;
        }
        if (!target.script()) {
            // Liquibase does not know of a step 15 that was stopped. It comes before the catalog is read.
            ScopedTable scope = settings().scopedTable(defaultSchema(target.database()));
            DistributedTable.of(target.connection(), scope.table(), scope.column(), settings().locks()).back();
        }
        return super.planBack(target);
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return new ScopedPrimaryKey(context).scope();
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        return new ScopedPrimaryKey(context).restore();
    }
}
