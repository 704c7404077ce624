package io.orgscope.isolation;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be proven, and for which table.
 *
 * @param catalog      has the table and those of {@code isolated}
 * @param scopeColumn  the table's organization column
 * @param organization the organization of the session, as SQL
 * @param isolated     the tables that are declared, and the table itself
 * @param composite    whether no row may reference a row of another organization
 */
record ProofTarget(Connection connection, Catalog catalog, Table table, String scopeColumn, Organizations organizations,
             SessionOrganization organization, Isolation.Rows rows, Map<TableName, IsolatedTable> isolated, boolean composite,
             Duration lockTimeout, Duration statementTimeout) {

    /** The organization column, quoted. */
    String column() {
        return Identifier.quote(scopeColumn);
    }

    /** A key as a literal of the column's type. */
    String key(String organization) {
        return Literal.of(organization) + "::" + organization().type();
    }

    /**
     * What a step has to prove.
     *
     * @param tables the tables that are declared; empty for the step's own table
     */
    static ProofTarget of(StepContext context, Isolation.Rows rows, List<IsolatedTable> tables, boolean composite, Duration statementTimeout)
            throws SQLException {
        context.sound();
        if (context.column().isEmpty()) {
            throw new OrgScopeException("There is no column " + context.name().column(context.scope().column()) + ", so its rows cannot be kept apart."
                    + " Run update first.");
        }
        Map<TableName, IsolatedTable> isolated = new LinkedHashMap<>();
        tables.forEach(table -> isolated.put(new TableName(table.schema() == null ? context.name().schema() : table.schema(), table.table()), table));
        isolated.put(context.name(), new IsolatedTable(context.name().schema(), context.name().name(), context.scope().column(), composite));
        Catalog catalog = Catalog.of(context.connection(), isolated.keySet());
        return new ProofTarget(context.connection(), catalog, catalog.find(context.name()).orElseThrow(), context.scope().column(),
                context.scope().organizations(), SessionOrganization.of(context, rows.setting()), rows, isolated, composite,
                context.locks().timeout(), statementTimeout);
    }
}
