package io.orgscope.column;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private record Pair(TableName below, TableName above) {
    }

    private final ResolvedScope resolved;
    private final Set<Pair> pairs;
    private final List<ForeignKey> references;

    private EarlierReferences(ResolvedScope resolved, Set<Pair> pairs, List<ForeignKey> references) {
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
            return new EarlierReferences(resolved, Set.of(), List.of());
        }
        List<TableName> names = List.copyOf(tables);
        Set<Pair> pairs = new HashSet<>(ABOVE.list(context.connection(), row -> new Pair(
                new TableName(row.getString("below_schema"), row.getString("below_name")),
                new TableName(row.getString("above_schema"), row.getString("above_name"))),
                names.stream().map(TableName::schema).toArray(String[]::new), names.stream().map(TableName::name).toArray(String[]::new)));
        return new EarlierReferences(resolved, pairs, references);
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

    /** The statements, beginning with the table that is highest up. */
    List<String> locks() {
        Set<TableName> parents = firstParents(resolved);
        List<ForeignKey> left = new ArrayList<>(references.stream().filter(key -> parents.stream().anyMatch(parent -> above(key.target(), parent))).toList());
        List<String> locks = new ArrayList<>();
        while (!left.isEmpty()) {
            ForeignKey next = left.stream().filter(key -> left.stream().noneMatch(other -> above(other.target(), key.target()))).findFirst().orElse(left.get(0));
            left.remove(next);
            locks.add(lock(next));
        }
        return locks;
    }

    private static String lock(ForeignKey key) {
        return "PERFORM 1 FROM " + key.target().sql() + " AS p WHERE " + IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + Identifier.quote(key.targetColumns().get(i)) + " = NEW." + Identifier.quote(key.columns().get(i)))
                .collect(Collectors.joining(" AND ")) + " FOR KEY SHARE;";
    }
}
