package io.orgscope.invariant;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.reference.Crossing;
import io.orgscope.route.Types;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No foreign key between two tables that have the organization column joins rows of two organizations. As long as the
 * scoped table has no column, or an empty one, the check uses the organizations that its rows will get.
 */
final class CrossReferences implements Invariant {

    /**
     * The tables at the other end of the table's foreign keys, if they have the column. pg_depend shows what references
     * the table, because pg_constraint has no database index for that.
     */
    private static final PreparedQuery NEIGHBOURS = PreparedQuery.of("neighbours", "oid, text", """
            SELECT DISTINCT n.nspname, c.relname
              FROM (SELECT k.confrelid AS oid
                      FROM pg_catalog.pg_constraint k WHERE k.conrelid = $1 AND k.contype = 'f'
                     UNION ALL
                    SELECT k.conrelid
                      FROM pg_catalog.pg_depend d
                      JOIN pg_catalog.pg_constraint k ON k.oid = d.objid AND k.contype = 'f' AND k.confrelid = $1
                     WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = $1
                       AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass) other
              JOIN pg_catalog.pg_class c ON c.oid = other.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = $2 AND NOT a.attisdropped
            """);

    /**
     * The other table is p. Conditions of the routes are evaluated in a subquery, because the other table may have
     * columns of the same name.
     */
    private static final SqlTemplate BEFORE_IT_IS_FULL = new SqlTemplate("""
            SELECT {key} AS key
              FROM (SELECT t.ctid, t.*, {organization} AS orgscope_organization FROM {rows}) t
              JOIN {other} p ON {join}
             WHERE p.{column} <> t.orgscope_organization
            """.strip(), Set.of("key", "organization", "rows", "other", "join", "column"));

    @Override
    public String id() {
        return "noReferenceCrossesOrganizations";
    }

    @Override
    public Set<When> when() {
        return Set.of(When.BEFORE, When.AFTER);
    }

    @Override
    public String broken() {
        return "Rows of one organization reference rows of another.";
    }

    @Override
    public String remedy() {
        return "The row or the row that it references has the wrong organization, or it should reference another row. Correct them, then run update again.";
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        long count = 0;
        List<String> samples = new ArrayList<>();
        Catalog neighbours = neighbours(context);
        for (ForeignKey key : keys(context, neighbours)) {
            RowKeys rows = RowKeys.ofQuery(context.connection(), query(context, key, neighbours));
            count += rows.count();
            rows.keys().stream().limit(RowKeys.HANDFUL - samples.size())
                    .forEach(row -> samples.add(key.table() + " " + row + " by " + key.name()));
        }
        return new Violations(count, samples);
    }

    private static Catalog neighbours(StepContext context) throws SQLException {
        Table table = context.table().orElseThrow();
        Set<TableName> names = new LinkedHashSet<>(NEIGHBOURS.list(context.connection(),
                row -> new TableName(row.getString(1), row.getString(2)), table.oid(), context.scope().column()));
        if (names.isEmpty()) {
            return Catalog.unknown();
        }
        names.add(table.name());
        // Most tables reference only tables that their routes read, and those are in the catalog already.
        boolean known = names.stream().allMatch(name -> context.catalog().find(name).isPresent());
        return known ? context.catalog().only(names) : Catalog.of(context.connection(), names);
    }

    private static List<ForeignKey> keys(StepContext context, Catalog neighbours) {
        return neighbours.tables().stream().flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.table().equals(context.name()) || key.target().equals(context.name()))
                .filter(key -> !key.target().equals(context.scope().organizations().table()))
                .filter(key -> has(context, neighbours, key.table()) && has(context, neighbours, key.target()))
                .filter(key -> full(context) || !key.table().equals(key.target()))
                .toList();
    }

    /** Whether the table has the column, or is the one that gets it, in a type that can be compared. */
    private static boolean has(StepContext context, Catalog neighbours, TableName table) {
        Optional<Column> column = neighbours.find(table).flatMap(found -> found.column(context.scope().column()));
        return table.equals(context.name()) && (column.isPresent() || !context.scope().routes().isEmpty())
                || column.isPresent() && context.resolved().key().map(key -> Types.comparable(key, column.get())).orElse(true);
    }

    /** Whether every row has its organization in the column. */
    private static boolean full(StepContext context) {
        return context.columnNotNull() || context.column().isPresent() && context.scope().routes().isEmpty();
    }

    private static String query(StepContext context, ForeignKey key, Catalog neighbours) {
        String column = context.scope().column();
        if (full(context)) {
            return Crossing.query(key, neighbours, column, column);
        }
        boolean referencing = key.table().equals(context.name());
        TableName other = referencing ? key.target() : key.table();
        return BEFORE_IT_IS_FULL.fill(word -> switch (word) {
            case "key" -> RowKeys.key(neighbours.find(key.table()).orElseThrow(), referencing ? "t" : "p");
            case "organization" -> context.resolved().organizationInRows();
            case "rows" -> context.resolved().rows();
            case "other" -> other.sql();
            case "join" -> referencing ? Crossing.join(key, "t", "p") : Crossing.join(key, "p", "t");
            default -> Identifier.quote(column);
        });
    }
}
