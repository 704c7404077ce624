package io.orgscope.scan;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.RoutePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds how the rows of each table reach the organizations by foreign keys, and of several ways the likeliest: a
 * mandatory key before a nullable one, what a row hangs on before who touched it, and scoped tables before those that
 * organizations share. Only a suggestion: {@code orgscope-plan} ranks all ways and proves them by the data.
 */
final class Ways {

    /** Names of columns that say who did something, not whose the row is. */
    private static final Pattern ACTOR = Pattern.compile(
            "(created|updated|deleted|modified|assigned|invited|approved|reviewed|requested|changed|closed|resolved|granted)_(by|to)(_.*)?"
                    + "|.*_by(_id)?|assignee(_id)?|approver(_id)?|reviewer(_id)?|editor(_id)?");

    private static final Comparator<Way> BEST = Comparator.comparing(Way::nullable).thenComparing(Way::reference)
            .thenComparing(Way::kind).thenComparing(way -> way.key().onDelete() != 'c')
            .thenComparing(way -> way.key().name());

    private final Catalog catalog;
    private final Organizations organizations;
    private final Function<TableName, String> column;
    private final Map<TableName, List<Memberships.Membership>> shared;
    private final Map<TableName, Way> ways = new HashMap<>();

    /**
     * @param column the organization column that a table has or should have
     */
    Ways(Catalog catalog, Organizations organizations, Function<TableName, String> column,
         Map<TableName, List<Memberships.Membership>> shared) {
        this.catalog = catalog;
        this.organizations = organizations;
        this.column = column;
        this.shared = shared;
    }

    /**
     * Finds the ways of all these tables. A table is looked at when all tables that it may go through are done; in a
     * circle of tables, the one goes first that is nearest to the organizations. So no way ever leads back.
     */
    Map<TableName, Way> find(List<Table> candidates) {
        Map<TableName, Integer> distance = distances(candidates);
        List<Table> open = new ArrayList<>(candidates.stream().filter(table -> distance.containsKey(table.name())).toList());
        Set<TableName> waiting = new HashSet<>(distance.keySet());
        while (!open.isEmpty()) {
            Table next = open.stream()
                    .filter(table -> keys(table).noneMatch(key -> !hasColumn(key.target()) && waiting.contains(key.target())))
                    .findFirst()
                    .orElseGet(() -> open.stream().min(Comparator.comparing(table -> distance.get(table.name()))).orElseThrow());
            open.remove(next);
            waiting.remove(next.name());
            keys(next).map(key -> way(next, key)).flatMap(Optional::stream).min(BEST)
                    .ifPresent(way -> ways.put(next.name(), way));
        }
        return ways;
    }

    /** How many foreign keys lie between each table and the organizations; tables that do not reach them are left out. */
    private Map<TableName, Integer> distances(List<Table> candidates) {
        Map<TableName, Integer> distance = new HashMap<>();
        for (int round = 0, before = -1; before != distance.size(); round++) {
            before = distance.size();
            Map<TableName, Integer> reached = new HashMap<>();
            for (Table table : candidates) {
                boolean reaches = !distance.containsKey(table.name()) && keys(table).anyMatch(key ->
                        isEnd(key.target()) || distance.containsKey(key.target()));
                if (reaches) {
                    reached.put(table.name(), round);
                }
            }
            distance.putAll(reached);
        }
        return distance;
    }

    /** A membership does not have the organization of what it joins: that is the point of it. */
    private Stream<ForeignKey> keys(Table table) {
        return table.foreignKeys().stream().filter(key -> !key.target().equals(table.name()))
                .filter(key -> shared.getOrDefault(key.target(), List.of()).stream().noneMatch(member -> member.key().equals(key)))
                .filter(key -> !key.columns().equals(List.of(column.apply(table.name()))));
    }

    private boolean isEnd(TableName target) {
        return target.equals(organizations.table()) || hasColumn(target) || shared.containsKey(target);
    }

    private boolean hasColumn(TableName target) {
        return catalog.find(target).flatMap(table -> table.column(column.apply(target))).isPresent();
    }

    private Optional<Way> way(Table table, ForeignKey key) {
        boolean nullable = key.columns().stream().anyMatch(name -> !table.column(name).map(Column::notNull).orElse(false));
        boolean reference = key.columns().stream().anyMatch(name -> ACTOR.matcher(name).matches());
        TableName target = key.target();
        if (target.equals(organizations.table())) {
            return Optional.of(new Way(key, nullable, reference, Way.Kind.ORGANIZATIONS,
                    List.of(path(table, key, organizations.key()))));
        }
        if (hasColumn(target)) {
            return Optional.of(new Way(key, nullable, reference, Way.Kind.SCOPED,
                    List.of(path(table, key, column.apply(target)))));
        }
        if (shared.containsKey(target)) {
            return Optional.of(new Way(key, nullable, reference, Way.Kind.SHARED, throughShared(table, key)));
        }
        return ways.containsKey(target) ? Optional.of(new Way(key, nullable, reference, Way.Kind.SHOULD_BE_SCOPED,
                List.of(path(table, key, column.apply(target))))) : Optional.empty();
    }

    /** By the organization that the shared row itself names, then by its memberships. */
    private List<RoutePath> throughShared(Table table, ForeignKey key) {
        List<RoutePath> routes = new ArrayList<>();
        catalog.find(key.target()).ifPresent(target -> target.foreignKeys().stream()
                .filter(own -> own.target().equals(organizations.table()) && own.columns().size() == 1)
                .forEach(own -> routes.add(path(table, key, own.columns().get(0)))));
        for (Memberships.Membership membership : shared.get(key.target())) {
            if (membership.key().targetColumns().equals(key.targetColumns()) && !membership.table().equals(table.name())) {
                routes.add(new RoutePath(key.columns(), List.of(new RoutePath.Hop(schema(table, membership.table()),
                        membership.table().name(), membership.key().columns(), List.of(membership.column())))));
            }
        }
        return routes;
    }

    private RoutePath path(Table table, ForeignKey key, String answer) {
        return new RoutePath(key.columns(), List.of(new RoutePath.Hop(schema(table, key.target()), key.target().name(),
                List.of(), List.of(answer))));
    }

    private static String schema(Table from, TableName to) {
        return from.name().schema().equals(to.schema()) ? null : to.schema();
    }
}
