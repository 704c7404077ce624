package io.orgscope.step;

import io.orgscope.postgres.OrgScopeException;
import java.sql.SQLException;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;

/** Writes a {@link StepStatement}. Liquibase refuses statements without a generator. */
public final class StepStatementGenerator extends AbstractSqlGenerator<StepStatement> {

    @Override
    public boolean supports(StepStatement statement, Database database) {
        return OrganizationScopeChange.POSTGRESQL.equals(database.getShortName());
    }

    @Override
    public ValidationErrors validate(StepStatement statement, Database database, SqlGeneratorChain<StepStatement> chain) {
        return new ValidationErrors();
    }

    @Override
    public Sql[] generateSql(StepStatement statement, Database database, SqlGeneratorChain<StepStatement> chain) {
        try {
            return statement.script().stream().map(UnparsedSql::new).toArray(Sql[]::new);
        } catch (SQLException | OrgScopeException failed) {
            throw new UnexpectedLiquibaseException(failed.getMessage(), failed);
        }
    }
}
