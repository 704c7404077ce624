package io.orgscope.invariant;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * An invariant about rows: one query that returns those that break it.
 *
 * @param ofColumn whether it is about what the organization column holds: nothing, as long as there is none
 * @param rows     makes the query
 */
record RowInvariant(String id, Severity severity, String broken, String remedy, boolean ofColumn, Function<StepContext, String> rows)
        implements Invariant {

    @Override
    public Violations violations(StepContext context) throws SQLException {
        context.sound();
        if (ofColumn && context.column().isEmpty()) {
            return Violations.NONE;
        }
        try {
            return Violations.of(RowKeys.ofQuery(context.connection(), rows.apply(context)));
        } catch (SQLException failed) {
            throw new OrgScopeException(id + ": the rows of " + context.name() + " could not be checked: " + failed.getMessage()
                    + " (SQLSTATE " + failed.getSQLState() + ").", failed);
        }
    }

    @Override
    public Optional<String> query(StepContext context) {
        return Optional.of(rows.apply(context));
    }
}
