package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas of operators that the SQL about a table needs, beside pg_catalog. Operators of types that PostgreSQL does not ship, such as citext, are in the
 * schema of their type. Without it in the search_path, {@code citext = 'A'} is the comparison of text. That is no error, so no check finds it. So the
 * triggers, the steps, their scripts and each worker of the backfill have these schemas in their search_path.
 *
 * <p>Whoever may create objects in such a schema can change what the SQL calls. So a schema is here only if a column that is compared needs it, or a type
 * that a condition names.
 */
public final class OperatorSchemas {

    private static final String PG_CATALOG = "pg_catalog";

    /** The types that PostgreSQL does not ship, and domains over them, with the schema of their operators. */
    private static final PreparedQuery TYPES = PreparedQuery.of("types_with_operators", "", """
            WITH RECURSIVE chain AS (
              SELECT t.typname, t.oid
                FROM pg_catalog.pg_type t
               WHERE t.typtype IN ('b', 'd') AND t.typcategory <> 'A' AND t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
              UNION ALL
              SELECT c.typname, d.typbasetype FROM chain c JOIN pg_catalog.pg_type d ON d.oid = c.oid AND d.typtype = 'd')
            SELECT c.typname, n.nspname
              FROM chain c
              JOIN pg_catalog.pg_type b ON b.oid = c.oid AND b.typtype = 'b'
              JOIN pg_catalog.pg_namespace n ON n.oid = b.typnamespace AND n.nspname <> 'pg_catalog'
            """);

    private OperatorSchemas() {
    }

    /**
     * Finds the schemas. It asks for types if a route has conditions.
     *
     * @param connection null without a database
     * @param references whether foreign keys are compared too
     */
    public static Set<String> of(Connection connection, Catalog catalog, ResolvedScope resolved, boolean references) throws SQLException {
        Set<String> schemas = new TreeSet<>(ofNamedTypes(connection, resolved.scope()));
        List<Table> tables = resolved.scope().tables().stream().flatMap(name -> catalog.find(name).stream())
                .filter(table -> table.columns().stream().anyMatch(OperatorSchemas::needsSchema)).toList();
        String routed = tables.isEmpty() ? "" : resolved.routed();
        for (Table table : tables) {
            table.columns().stream().filter(column -> needsSchema(column) && compared(column.name(), table, routed, resolved, references))
                    .map(Column::operatorSchema).forEach(schemas::add);
        }
        return schemas;
    }

    private static boolean needsSchema(Column column) {
        return !column.operatorSchema().equals(PG_CATALOG);
    }

    /**
     * Rows are found by their routes and by what identifies them, and the notes of choices also by what earlier routes started from. Organizations have the
     * type of their key.
     */
    private static boolean compared(String column, Table table, String routed, ResolvedScope resolved, boolean references) {
        Organizations organizations = resolved.scope().organizations();
        KeptAssignments kept = resolved.kept();
        return table.identity().contains(column) || Identifier.isIn(routed, column)
                || table.name().equals(resolved.scope().table()) && (kept.key().contains(column) || kept.compared().contains(column))
                || references && table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))
                || table.name().equals(organizations.table()) && column.equals(organizations.key());
    }

    private static Set<String> ofNamedTypes(Connection connection, ScopedTable scope) throws SQLException {
        String conditions = scope.routes().stream()
                .flatMap(route -> Stream.of(route.when(), route instanceof Route.Path path ? path.where() : null))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return conditions.isEmpty() || connection == null ? Set.of()
                : TYPES.list(connection, row -> Identifier.isIn(conditions, row.getString("typname")) ? row.getString("nspname") : null).stream()
                        .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
