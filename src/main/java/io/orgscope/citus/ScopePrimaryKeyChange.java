package io.orgscope.citus;

import io.orgscope.index.ScopedPrimaryKey;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;

/** Step 14, {@code scopePrimaryKey}. */
@DatabaseChange(name = "scopePrimaryKey", description = "The primary key gets the organization as its first column", priority = 1)
public final class ScopePrimaryKeyChange extends OrganizationScopeChange {

    private static final List<Action> UNKNOWN = List.of(new Action.Note("Without a database, the primary key is not known: write the script of step 14"
            + " with a connection to the database."));

    /** The rollback of step 15 may run before the catalog is read. */
    @Override
    protected Collection<TableName> reads(Database database) {
        return List.of();
    }

    @Override
    protected List<Action> planForward(Connection connection, Database database, boolean script) throws SQLException {
        return connection == null ? UNKNOWN : super.planForward(connection, database, script);
    }

    @Override
    protected List<Action> planBack(Connection connection, Database database, boolean script) throws SQLException {
        if (connection == null) {
            return UNKNOWN;
        }
        if (!script) {
            // Liquibase does not know of a step 15 that was stopped. It comes before the catalog is read.
            ScopedTable scope = settings().scopedTable(defaultSchema(database));
            DistributedTable.of(connection, scope.table(), scope.column(), settings().locks()).back();
        }
        return super.planBack(connection, database, script);
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
