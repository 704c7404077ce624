package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the tables, keys and types of a path in the catalog, and collects everything that is wrong with the path.
 *
 * <p>{@code expected} has columns that are not there yet and will be: the organization columns of tables that come
 * earlier in the same run. A table that is not in the catalog is an error. It is no error if a script is written
 * without a database.
 */
final class RouteResolver {

    private final ScopedTable scope;
    private final Catalog catalog;
    private final Expected expected;
    private final Column organizationKey;
    private final List<String> problems;

    RouteResolver(ScopedTable scope, Catalog catalog, Expected expected, Column organizationKey, List<String> problems) {
        this.scope = scope;
        this.catalog = catalog;
        this.expected = expected;
        this.organizationKey = organizationKey;
        this.problems = problems;
    }

    /** The path with its keys, or empty if there is a problem. */
    Optional<ResolvedPath> resolve(Route.Path route) {
        int before = problems.size();
        RoutePath path = route.path();
        if (scope.goesThrough(path) && !scope.selfReferencing(path)) {
            problems.add("The route '" + path + "' leads back to the organization of " + scope.table() + " through other tables: each row would wait"
                    + " for another. Only a parent in the same table is possible: parent_id -> "
                    + scope.table().name() + "." + scope.column() + ".");
            return Optional.empty();
        }
        List<ResolvedPath.Hop> hops = new ArrayList<>();
        TableName table = scope.table();
        List<String> columns = path.from();
        for (RoutePath.Hop hop : path.hops()) {
            TableName target = scope.target(hop);
            boolean last = hops.size() == path.hops().size() - 1;
            ResolvedPath.Hop resolved = hop(path, table, columns, hop, target);
            if (problems.size() > before) {
                return Optional.empty();
            }
            checkReads(path, resolved, last);
            hops.add(resolved);
            table = target;
            columns = hop.reads();
        }
        if (scope.selfReferencing(path) && !hops.get(0).unique() && catalog.find(scope.table()).filter(own -> !own.uniqueBy(
                Stream.concat(hops.get(0).key().stream(), Stream.of(scope.column())).toList())).isPresent()) {
            problems.add("The route '" + path + "' reads the organization of a row's parent, but " + scope.table() + hops.get(0).key()
                    + " is not unique: a row could have several parents. Name a unique key.");
        }
        return problems.size() > before ? Optional.empty()
                : Optional.of(new ResolvedPath(route, path.from(), List.copyOf(hops)));
    }

    private ResolvedPath.Hop hop(RoutePath path, TableName from, List<String> columns, RoutePath.Hop hop, TableName target) {
        Optional<Table> source = catalog.find(from);
        source.ifPresent(table -> columns.forEach(column -> requireColumn(path, table, column)));
        Optional<Table> found = catalog.find(target);
        if (found.isEmpty()) {
            if (!expected.blind()) {
                problems.add("The route '" + path + "' leads to " + target + ", but there is no such table.");
            } else if (hop.key().isEmpty()) {
                problems.add("Without a database, the key of " + target + " has to be written in the route '"
                        + path + "': " + hop.table() + "(key)." + hop.reads().get(0) + ".");
            }
            return new ResolvedPath.Hop(target, expected.source(target), hop.key(), hop.reads(), false, hop.key().stream().map(column -> "").toList());
        }
        List<String> key = hop.key().isEmpty() ? inferKey(path, source, columns, found.get(), hop) : hop.key();
        key.forEach(column -> requireColumn(path, found.get(), column));
        if (!hop.key().isEmpty() && key.size() != columns.size()) {
            problems.add("The route '" + path + "' compares " + columns + " with " + target + key
                    + ": both sides need the same number of columns.");
        } else if (source.isPresent() && key.size() == columns.size()) {
            comparable(path, source.get(), columns, found.get(), key);
        }
        return new ResolvedPath.Hop(target, expected.source(target), key, hop.reads(), found.get().uniqueBy(key),
                Collations.of(source, columns, found.get(), key));
    }

    private List<String> inferKey(RoutePath path, Optional<Table> source, List<String> columns, Table target, RoutePath.Hop hop) {
        List<ForeignKey> keys = source.map(table -> table.foreignKeysOf(columns)).orElse(List.of());
        for (ForeignKey key : keys) {
            if (key.target().equals(target.name())) {
                return key.options().period() ? period(path, key, columns, hop) : key.targetsOf(columns);
            }
        }
        if (!keys.isEmpty()) {
            problems.add("The route '" + path + "' leads from " + String.join(", ", columns) + " to " + target.name()
                    + ", but its foreign key " + keys.get(0).name() + " references " + keys.get(0).target()
                    + ". Lead the route there, or name the key in parentheses: " + target.name().name() + "(key).");
            return List.of();
        }
        List<String> primary = target.primaryKey().map(Index::columns).orElse(List.of());
        if (primary.size() == columns.size() + 1) {
            // With the organization in front, after step 14.
            List<String> own = primary.stream().filter(column -> !isOrganization(target, column)).toList();
            return own.size() == columns.size() ? own : primary(path, columns, target, primary);
        }
        return primary(path, columns, target, primary);
    }

    private List<String> period(RoutePath path, ForeignKey key, List<String> columns, RoutePath.Hop hop) {
        problems.add("The route '" + path + "' follows the foreign key " + key.name() + ", which has a PERIOD. A route compares values for equality, and PostgreSQL"
                + " compares periods by overlap. Leave the period out and name the key in parentheses: " + withoutPeriod(path, key, columns, hop) + ".");
        return List.of();
    }

    /** The path without the last column of the key, which is the period, at this hop. */
    private static RoutePath withoutPeriod(RoutePath path, ForeignKey key, List<String> columns, RoutePath.Hop hop) {
        String period = key.columns().get(key.columns().size() - 1);
        List<String> others = columns.stream().filter(column -> !column.equals(period)).toList();
        List<String> target = key.targetsOf(columns).stream().filter(column -> !column.equals(key.targetColumns().get(key.columns().size() - 1))).toList();
        List<RoutePath.Hop> hops = new ArrayList<>(path.hops());
        int place = hops.indexOf(hop);
        hops.set(place, new RoutePath.Hop(hop.schema(), hop.table(), target, hop.reads()));
        if (place == 0) {
            return new RoutePath(others, hops);
        }
        RoutePath.Hop before = hops.get(place - 1);
        hops.set(place - 1, new RoutePath.Hop(before.schema(), before.table(), before.key(), others));
        return new RoutePath(path.from(), hops);
    }

    private boolean isOrganization(Table table, String column) {
        return table.foreignKeysOf(List.of(column)).stream().anyMatch(key -> scope.organizations().keyOf(column, key));
    }

    private List<String> primary(RoutePath path, List<String> columns, Table target, List<String> primary) {
        if (primary.size() != columns.size()) {
            problems.add("The route '" + path + "' needs a key of " + target.name() + " that "
                    + String.join(", ", columns) + " equals; there is no foreign key, and the primary key is "
                    + (primary.isEmpty() ? "missing" : primary) + ". Write it in parentheses: "
                    + target.name().name() + "(key).");
        }
        return primary;
    }

    private void checkReads(RoutePath path, ResolvedPath.Hop hop, boolean last) {
        Table table = catalog.find(hop.table()).orElse(null);
        if (table == null) {
            return;
        }
        for (String name : hop.reads()) {
            boolean later = last && (expected.has(hop.table(), name, scope) || scope.selfReferencing(path));
            if (table.column(name).isEmpty() && !later) {
                requireColumn(path, table, name);
            } else if (last && !later) {
                checkAnswer(path, table, table.column(name).orElseThrow());
            }
        }
    }

    private void checkAnswer(RoutePath path, Table table, Column answer) {
        if (organizationKey != null && !Types.comparable(answer, organizationKey)) {
            problems.add("The route '" + path + "' ends in " + table.name().column(answer.name()) + ", which is "
                    + answer.type() + ", but " + scope.organizations().table().column(scope.organizations().key())
                    + " is " + organizationKey.type() + ". It has to end in a column that holds an organization.");
            return;
        }
        if (organizationKey != null) {
            Collations.problem(path, table.name(), answer, scope.organizations().table(), organizationKey).ifPresent(problems::add);
        }
        List<ForeignKey> keys = table.foreignKeysOf(List.of(answer.name()));
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> scope.organizations().keyOf(answer.name(), key))) {
            Organizations organizations = scope.organizations();
            ForeignKey key = keys.get(0);
            boolean otherColumn = key.target().equals(organizations.table());
            String referenced = otherColumn ? key.target().column(key.targetColumns().get(0)) : key.target().toString();
            String wanted = otherColumn ? organizations.table().column(organizations.key()) : organizations.table().toString();
            problems.add("The route '" + path + "' ends in " + table.name().column(answer.name()) + ", which references " + referenced + ", not " + wanted
                    + ". Continue the route from there" + (otherColumn ? " (" + toTheKey(path) + ")" : "") + ", or end it in a column that holds an organization.");
        }
    }

    /** The path with one more hop, to the key of the organization whose other unique column it ends in. */
    private RoutePath toTheKey(RoutePath path) {
        TableName table = scope.organizations().table();
        List<RoutePath.Hop> hops = new ArrayList<>(path.hops());
        hops.add(new RoutePath.Hop(table.schema().equals(scope.table().schema()) ? null : table.schema(), table.name(), List.of(),
                List.of(scope.organizations().key())));
        return new RoutePath(path.from(), hops);
    }

    private void comparable(RoutePath path, Table source, List<String> columns, Table target, List<String> key) {
        for (int i = 0; i < key.size(); i++) {
            Optional<Column> left = source.column(columns.get(i));
            Optional<Column> right = target.column(key.get(i));
            if (left.isPresent() && right.isPresent() && !Types.comparable(left.get(), right.get())) {
                problems.add("The route '" + path + "' compares " + source.name().column(columns.get(i)) + " ("
                        + left.get().type() + ") with " + target.name().column(key.get(i)) + " ("
                        + right.get().type() + "): these types are never equal. Name the column that it should equal"
                        + " in parentheses: " + target.name().name() + "(key).");
            } else if (left.isPresent() && right.isPresent()) {
                Collations.problem(path, source.name(), left.get(), target.name(), right.get()).ifPresent(problems::add);
            }
        }
    }

    private void requireColumn(RoutePath path, Table table, String name) {
        if (table.column(name).isEmpty() && !expected.has(table.name(), name, scope)) {
            problems.add("The route '" + path + "' uses " + table.name().column(name) + ", but there is no such column."
                    + Names.didYouMean(name, table.columns().stream().map(Column::name).toList()));
        }
    }
}
