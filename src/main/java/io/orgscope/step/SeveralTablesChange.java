package io.orgscope.step;

import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import liquibase.database.Database;

/** A change that is not about one table. It reads from the catalog what it needs itself. */
public abstract class SeveralTablesChange extends OrganizationScopeChange {

    @Override
    protected abstract List<Action> planForward(Target target) throws SQLException;

    @Override
    protected abstract List<Action> planBack(Target target) throws SQLException;

    @Override
    protected final List<Action> forward(StepContext context) {
        return List.of();
    }

    @Override
    protected final Collection<TableName> reads(Database database) {
        return List.of();
    }
}
