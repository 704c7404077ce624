package io.orgscope.column;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements of {@link FillTrigger} that lock rows which the new row references. A move locks these rows before the
 * rows that the routes read, so the INSERT has to do the same.
 *
 * <p>A move goes from a parent down to its children. The check of a foreign key locks the referenced row after the
 * trigger, in the order of the constraints' names. An example is a note that references its parent note and a user. The
 * INSERT would lock the parent note and wait for the user. The move of the user would wait for the parent note. So the
 * INSERT first locks the table that is higher up.
 */
final class EarlierReferences {

    /**
     * Which of the given tables reference which others, directly or through further tables, and may be locked by us. The
     * triggers set row_security to off, so a lock would fail where row security is active. to_regclass would fail in a
     * schema that we may not use.
     */
    private static final PreparedQuery ABOVE = PreparedQuery.of("tables_above", "text[], text[]", """
            WITH RECURSIVE up AS (
              SELECT c.conrelid AS below, c.confrelid AS above
                FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS w (schema_name, table_name)
                JOIN pg_catalog.pg_namespace n ON n.nspname = w.schema_name
                JOIN pg_catalog.pg_class r ON r.relnamespace = n.oid AND r.relname = w.table_name
                JOIN pg_catalog.pg_constraint c ON c.contype = 'f' AND c.conrelid = r.oid
               UNION
              SELECT u.below, c.confrelid
                FROM up u
                JOIN pg_catalog.pg_constraint c ON c.contype = 'f' AND c.conrelid = u.above)
            SELECT b.nspname AS below_schema, t.relname AS below_name, a.nspname AS above_schema, p.relname AS above_name
              FROM up u
              JOIN pg_catalog.pg_class t ON t.oid = u.below
              JOIN pg_catalog.pg_namespace b ON b.oid = t.relnamespace
              JOIN pg_catalog.pg_class p ON p.oid = u.above
              JOIN pg_catalog.pg_namespace a ON a.oid = p.relnamespace
             WHERE pg_catalog.has_schema_privilege(a.oid, 'USAGE') AND pg_catalog.has_table_privilege(p.oid, 'SELECT')
               AND pg_catalog.has_table_privilege(p.oid, 'UPDATE') AND NOT pg_catalog.row_security_active(p.oid)
            """);

    /**
     * How the foreign keys of a table compare, a row for each column. The functions have a fixed search_path, so an operator of an extension has its schema.
     * A collation is named if the two columns have different ones, as PostgreSQL does in its own check.
     */
    private static final PreparedQuery COMPARISONS = PreparedQuery.of("reference_comparisons", "oid, text[]", """
            SELECT c.conname, k.n,
                   CASE WHEN n.nspname = 'pg_catalog' THEN o.oprname ELSE pg_catalog.format('OPERATOR(%I.%s)', n.nspname, o.oprname) END AS operator,
                   CASE WHEN p.attcollation <> a.attcollation AND 0 NOT IN (p.attcollation, a.attcollation)
                        THEN pg_catalog.format(' COLLATE %I.%I', ln.nspname, l.collname) ELSE '' END AS collation,
                   pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS usable
              FROM pg_catalog.pg_constraint c
              CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(c.conkey), pg_catalog.unnest(c.confkey), pg_catalog.unnest(c.conpfeqop)) WITH ORDINALITY
                AS k (own, referenced, operator, n)
              JOIN pg_catalog.pg_operator o ON o.oid = k.operator
              JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
              JOIN pg_catalog.pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = k.referenced
              LEFT JOIN pg_catalog.pg_collation l ON l.oid = p.attcollation
              LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
             WHERE c.contype = 'f' AND c.conrelid = $1 AND c.conname = ANY ($2)
             ORDER BY c.conname, k.n
            """);

    private record Pair(TableName below, TableName above) {
    }

    private record Comparison(String key, String operator, String collation, boolean usable) {
    }

    private final StepContext context;
    private final ResolvedScope resolved;
    private final Set<Pair> pairs;
    private final List<ForeignKey> references;

    private EarlierReferences(StepContext context, ResolvedScope resolved, Set<Pair> pairs, List<ForeignKey> references) {
        this.context = context;
        this.resolved = resolved;
        this.pairs = pairs;
        this.references = references;
    }

    /** @return what the catalog shows; nothing in a script without a database */
    static EarlierReferences of(StepContext context) throws SQLException {
        ResolvedScope resolved = context.resolved();
        TableName organizations = resolved.scope().organizations().table();
        List<ForeignKey> references = resolved.table().map(Table::foreignKeys).orElse(List.of()).stream()
                .filter(key -> !key.target().equals(organizations)).toList();
        Set<TableName> tables = references.stream().map(ForeignKey::target).collect(Collectors.toCollection(HashSet::new));
        tables.addAll(firstParents(resolved));
        if (context.connection() == null || references.isEmpty() || tables.size() < 2) {
            return new EarlierReferences(context, resolved, Set.of(), List.of());
        }
        List<TableName> names = List.copyOf(tables);
        Set<Pair> pairs = new HashSet<>(ABOVE.list(context.connection(), row -> new Pair(
                new TableName(row.getString("below_schema"), row.getString("below_name")),
                new TableName(row.getString("above_schema"), row.getString("above_name"))),
                names.stream().map(TableName::schema).toList(), names.stream().map(TableName::name).toList()));
        return new EarlierReferences(context, resolved, pairs, references);
    }

    /** The first table of each route. */
    private static Set<TableName> firstParents(ResolvedScope resolved) {
        return resolved.scope().routes().stream().filter(Route.Path.class::isInstance)
                .map(route -> resolved.scope().target(((Route.Path) route).path().hops().get(0))).collect(Collectors.toSet());
    }

    /** Tables that reference one another in a circle have no order. */
    private boolean above(TableName one, TableName other) {
        return pairs.contains(new Pair(other, one)) && !pairs.contains(new Pair(one, other));
    }

    /** The keys whose rows are locked, beginning with the table that is highest up. */
    private List<ForeignKey> locked() {
        Set<TableName> parents = firstParents(resolved);
        List<ForeignKey> left = new ArrayList<>(references.stream().filter(key -> parents.stream().anyMatch(parent -> above(key.target(), parent))).toList());
        List<ForeignKey> locked = new ArrayList<>();
        while (!left.isEmpty()) {
            ForeignKey next = left.stream().filter(key -> left.stream().noneMatch(other -> above(other.target(), key.target()))).findFirst().orElse(left.get(0));
            left.remove(next);
            locked.add(next);
        }
        return locked;
    }

    /** The statements. A key whose operators we may not use has none. */
    List<String> locks() throws SQLException {
        List<ForeignKey> locked = locked();
        if (locked.isEmpty()) {
            return List.of();
        }
        Map<String, List<Comparison>> comparisons = COMPARISONS.list(context.connection(), row -> new Comparison(row.getString("conname"),
                        row.getString("operator"), row.getString("collation"), row.getBoolean("usable")),
                resolved.table().orElseThrow().oid(), locked.stream().map(ForeignKey::name).toList()).stream()
                .collect(Collectors.groupingBy(Comparison::key));
        return locked.stream().filter(key -> comparisons.containsKey(key.name()) && comparisons.get(key.name()).stream().allMatch(Comparison::usable))
                .map(key -> lock(key, comparisons.get(key.name()))).toList();
    }

    /** Says which tables the INSERT needs although no route reads them. */
    Optional<Action> note() {
        String tables = locked().stream().map(ForeignKey::target).filter(table -> !resolved.scope().tables().contains(table)).distinct()
                .map(TableName::toString).collect(Collectors.joining(", "));
        return tables.isEmpty() ? Optional.empty() : Optional.of(new Action.Note(context.name() + ": until step 10 an INSERT also locks the rows that it references in "
                + tables + ". If such a table or column is renamed, moved to another schema or dropped before that, each INSERT fails. Do it after step 10."));
    }

    private static String lock(ForeignKey key, List<Comparison> comparisons) {
        return "PERFORM 1 FROM " + key.target().sql() + " AS p WHERE " + IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + Identifier.quote(key.targetColumns().get(i)) + " " + comparisons.get(i).operator() + " NEW."
                        + Identifier.quote(key.columns().get(i)) + comparisons.get(i).collation())
                .collect(Collectors.joining(" AND ")) + " FOR KEY SHARE;";
    }
}
