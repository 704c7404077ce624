package io.orgscope.preflight;

import io.orgscope.index.ScopedUniqueKeyHoldsPrecondition;
import io.orgscope.invariant.Invariant;
import io.orgscope.invariant.Invariants;
import io.orgscope.invariant.JustChecked;
import io.orgscope.invariant.Violations;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Expected;
import io.orgscope.route.NamedOrganization;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the rows of every table that is not finished yet. So an update does not stop in the middle because of rows of
 * the last table. If a route ends in a column that is not filled yet, the check uses the routes that will fill it.
 */
final class RowCheck {

    /** SQL of routes over routes becomes long. Longer SQL is left to the preconditions of step 01. */
    private static final int LONGEST = 60_000;

    /** Foreign keys that a partition has alone, or that reference a partition: the tables at both ends, of a partition the whole table. */
    private static final String OF_PARTITIONS = """
            SELECT DISTINCT fn.nspname, f.relname, tn.nspname, t.relname
              FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_class a ON a.oid = k.conrelid
              JOIN pg_catalog.pg_class b ON b.oid = k.confrelid
              JOIN pg_catalog.pg_class f ON f.oid = CASE WHEN a.relispartition THEN pg_catalog.pg_partition_root(a.oid)::pg_catalog.oid ELSE a.oid END
              JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
              JOIN pg_catalog.pg_class t ON t.oid = CASE WHEN b.relispartition THEN pg_catalog.pg_partition_root(b.oid)::pg_catalog.oid ELSE b.oid END
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
             WHERE k.contype = 'f' AND k.conparentid = 0 AND (a.relispartition OR b.relispartition)
            """;

    private final Connection connection;
    private final Catalog catalog;
    private final Set<Expected.ExpectedColumn> columns;
    private final Problems problems;
    private final Map<TableName, String> sources = new HashMap<>();
    private final Set<TableName> unknowable = new HashSet<>();
    /** Declared tables with a foreign key to another one. Whether it joins rows of two organizations can be seen when one of the two has its column. */
    private final Set<TableName> joined;

    /** The tables at both ends of a foreign key. */
    private record Pair(TableName from, TableName to) {
    }

    RowCheck(Connection connection, Catalog catalog, Set<Expected.ExpectedColumn> columns, Problems problems) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        this.columns = columns;
        this.problems = problems;
        this.joined = joined(connection, catalog, columns.stream().map(Expected.ExpectedColumn::table).collect(Collectors.toSet()));
    }

    private static Set<TableName> joined(Connection connection, Catalog catalog, Set<TableName> declared) throws SQLException {
        Stream<Pair> keys = catalog.tables().stream().flatMap(table -> table.foreignKeys().stream()).map(key -> new Pair(key.table(), key.target()));
        // The catalog has no partitions, because there may be thousands of them.
        boolean partitioned = catalog.tables().stream().anyMatch(table -> table.partitioned() && declared.contains(table.name()));
        List<Pair> ofPartitions = partitioned ? Sql.list(connection, OF_PARTITIONS, row -> new Pair(new TableName(row.getString(1), row.getString(2)),
                new TableName(row.getString(3), row.getString(4)))) : List.of();
        return Stream.concat(keys, ofPartitions.stream()).filter(key -> !key.from().equals(key.to()) && declared.contains(key.from()) && declared.contains(key.to()))
                .flatMap(key -> Stream.of(key.from(), key.to())).collect(Collectors.toSet());
    }

    /** Checks one table. The tables whose organization its routes read have to be checked before. */
    void check(TableDeclaration table, ScopedTable scope) throws SQLException {
        ResolvedScope resolved = ResolvedScope.of(scope, catalog, new Expected(false, columns, sources), new ArrayList<>());
        if (resolved.column().map(Column::notNull).orElse(false)) {
            return;
        }
        if (readsUnknowable(scope) || resolved.value().length() > LONGEST) {
            unknowable.add(scope.table());
            return;
        }
        StepContext context = StepContext.forCheck(connection, catalog, resolved);
        for (Invariant invariant : Invariants.ofTableBeforehand()) {
            if (broken(table, invariant, context)) {
                unknowable.add(scope.table());
                return;
            }
        }
        JustChecked.note(connection, scope, !joined.contains(scope.table()));
        for (TableDeclaration.UniqueIndex unique : table.unique()) {
            if (unique.replaces() == null) {
                ScopedUniqueKeyHoldsPrecondition.failure(context, unique.columns()).ifPresent(equal -> problems.add(unique.line(), equal));
            }
        }
        if (makesOrganization(scope)) {
            unknowable.add(scope.table());
        } else {
            sources.put(scope.table(), filled(resolved));
        }
    }

    private boolean broken(TableDeclaration table, Invariant invariant, StepContext context) throws SQLException {
        try {
            Violations violations = invariant.violations(context);
            if (!violations.none()) {
                problems.add(table.lines().of("route"), invariant.message(context, violations));
            }
            return !violations.none();
        } catch (OrgScopeException failed) {
            problems.add(table.lines().of("route"), failed.getMessage());
            return true;
        }
    }

    private boolean readsUnknowable(ScopedTable scope) {
        return scope.routes().stream().filter(Route.Path.class::isInstance).map(route -> ((Route.Path) route).path())
                .map(RoutePath::hops).flatMap(List::stream)
                .anyMatch(hop -> unknowable.contains(scope.target(hop)));
    }

    /** The key of an organization that does not exist yet is not known. */
    private boolean makesOrganization(ScopedTable scope) throws SQLException {
        for (Route route : scope.routes()) {
            if (route instanceof Route.Named named && named.create() != null
                    && Sql.list(connection, NamedOrganization.select(named, scope.organizations()), row -> null).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The table with its organization column as it will be filled. */
    private static String filled(ResolvedScope resolved) {
        ScopedTable scope = resolved.scope();
        String column = Identifier.quote(scope.column());
        String others = resolved.table().orElseThrow().columns().stream().map(Column::name).filter(name -> !name.equals(scope.column()))
                .map(name -> "t." + Identifier.quote(name) + ", ").collect(Collectors.joining());
        String value = resolved.column().isPresent() ? "coalesce(" + resolved.stored() + ", " + resolved.value() + ")" : resolved.value();
        return "(SELECT " + others + value + " AS " + column + " FROM " + scope.table().sql() + " t)";
    }
}
