package io.orgscope.step;

import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;

/** A change that is not about one table. It reads from the catalog what it needs itself. */
public abstract class SeveralTablesChange extends OrganizationScopeChange {

    /** The author of the packaged change sets. */
    private static final String AUTHOR = "orgscope";

    @Override
    protected abstract List<Action> planForward(Target target) throws SQLException;

    @Override
    protected abstract List<Action> planBack(Target target) throws SQLException;

    /** A value of a declaration with the parameters of the changelog replaced, as the parser of the declaration does it. */
    protected final String expanded(String value) {
        ChangeLogParameters parameters = getChangeSet().getChangeLogParameters();
        return parameters == null ? value : parameters.expandExpressions(value, getChangeSet().getChangeLog());
    }

    /** The ids of the packaged change sets of which Liquibase has a record. */
    protected static Set<String> recordedSteps(Database database) {
        try {
            return database.getRanChangeSetList().stream().filter(ran -> ran.getAuthor().equals(AUTHOR)).map(RanChangeSet::getId).collect(Collectors.toSet());
        } catch (DatabaseException failed) {
            throw new UnexpectedLiquibaseException(failed.getMessage(), failed);
        }
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
