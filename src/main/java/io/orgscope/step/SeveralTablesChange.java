package io.orgscope.step;

import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import liquibase.changelog.ChangeLogParameters;
import liquibase.database.Database;

/** A change that is not about one table. It reads from the catalog what it needs itself. */
public abstract class SeveralTablesChange extends OrganizationScopeChange {

    @Override
    protected abstract List<Action> planForward(Target target) throws SQLException;

    @Override
    protected abstract List<Action> planBack(Target target) throws SQLException;

    /** A value of a declaration with the parameters of the changelog replaced, as the parser of the declaration does it. */
    protected final String expanded(String value) {
        ChangeLogParameters parameters = getChangeSet().getChangeLogParameters();
        return parameters == null ? value : parameters.expandExpressions(value, getChangeSet().getChangeLog());
    }

    @Override
    protected final List<Action> forward(StepContext context) {
        return List.of();
    }

    @Override
    protected final Collection<TableName> reads(Database database) {
        return List.of();
    }
}
