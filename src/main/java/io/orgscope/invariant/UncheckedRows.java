package io.orgscope.invariant;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that break CHECK constraints or NOT NULL constraints that are NOT VALID. PostgreSQL checks them when a row is updated, whichever
 * column changes. A constraint over the organization column does not count: the update is what fills it. Nor does a row that has its organization.
 */
final class UncheckedRows {

    /** The constraints of the table, and those that only a partition has. conenforced came with PostgreSQL 18. */
    private static final PreparedQuery CONSTRAINTS = PreparedQuery.of("unchecked", "oid, text", InheritanceTree.BY_OID + """
            SELECT n.nspname, c.relname, k.conname,
                   CASE k.contype WHEN 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid)
                        ELSE pg_catalog.quote_ident(a.attname) || ' IS NOT NULL' END AS rule
              FROM tree
              JOIN pg_catalog.pg_constraint k ON k.conrelid = tree.oid AND k.contype IN ('c', 'n') AND NOT k.convalidated
               AND (k.conrelid = $1 OR k.coninhcount = 0) AND coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true)
              JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
             WHERE NOT EXISTS (
               SELECT FROM pg_catalog.pg_attribute o WHERE o.attrelid = k.conrelid AND o.attname = $2 AND o.attnum = ANY (k.conkey))
             ORDER BY tree.oid, k.conname
            """);

    private record Constraint(TableName table, String name, String rule) {
    }

    private UncheckedRows() {
    }

    static Violations violations(StepContext context) throws SQLException {
        if (context.table().isEmpty() || context.addedWithDefault() || context.columnNotNull()) {
            return Violations.NONE;
        }
        Table table = context.table().get();
        long count = 0;
        List<String> samples = new ArrayList<>();
        for (Constraint constraint : CONSTRAINTS.list(context.connection(), row -> new Constraint(new TableName(row.getString("nspname"),
                row.getString("relname")), row.getString("conname"), row.getString("rule")), table.oid(), context.scope().column())) {
            RowKeys rows = RowInvariant.keys(RowsPassTheirChecksPrecondition.RULE.id(), context, query(table, constraint, context));
            count += rows.count();
            rows.keys().stream().limit(RowKeys.HANDFUL - samples.size()).forEach(row -> samples.add(row + " by " + constraint.name()));
        }
        return new Violations(count, samples);
    }

    /**
     * If the column is there, only rows without an organization will be updated. The table has no alias: an expression in the catalog may name the row by
     * the name of the table.
     */
    private static String query(Table table, Constraint constraint, StepContext context) {
        return "SELECT " + RowKeys.key(table, Identifier.quote(constraint.table().name())) + " AS key FROM " + constraint.table().sql()
                + " WHERE NOT (" + constraint.rule() + ")" + context.column().map(column -> " AND " + Identifier.quote(column.name()) + " IS NULL").orElse("");
    }
}
