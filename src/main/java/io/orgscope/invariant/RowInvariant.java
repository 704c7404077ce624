package io.orgscope.invariant;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.RowSecurityRefusal;
import io.orgscope.postgres.SqlState;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * An invariant about rows: a query that returns the rows that break it.
 *
 * @param ofColumn whether it is about the values of the organization column. If there is no column, it holds
 * @param rows     the query, with the key of each row in the column {@code key}
 */
record RowInvariant(String id, Set<When> when, String broken, String remedy, boolean ofColumn, RowQuery rows)
        implements Invariant {

    @Override
    public boolean needsRoute() {
        return rows.needsRoute();
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        context.sound();
        if (ofColumn && context.column().isEmpty() || rows.cannotReturnRows(context)) {
            return Violations.NONE;
        }
        return Violations.of(keys(id, context, rows.about(context)));
    }

    /** The rows of a query that has their keys in the column {@code key}. */
    static RowKeys keys(String id, StepContext context, String query) throws SQLException {
        try {
            return RowKeys.ofQuery(context.connection(), query);
        } catch (SQLException failed) {
            throw new OrgScopeException(id + ": the rows of " + context.name() + " could not be checked: " + failed.getMessage()
                    + SqlState.inParentheses(failed) + "." + RowSecurityRefusal.advice(context.connection(), failed), failed);
        }
    }

    @Override
    public Optional<String> query(StepContext context) {
        return Optional.of(rows.about(context));
    }
}
