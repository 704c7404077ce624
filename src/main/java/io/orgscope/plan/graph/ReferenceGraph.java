package io.orgscope.plan.graph;

import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.RoleNames;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The references between tables: declared foreign keys, and columns without a foreign key that have the name of a table. */
public final class ReferenceGraph {

    private final Catalog catalog;
    private final Map<TableName, List<Reference>> outgoing = new TreeMap<>();
    private final Map<String, List<Table>> byForm = new HashMap<>();
    private final Map<String, List<Table>> byEnding = new HashMap<>();
    private final List<Table> people = new ArrayList<>();

    private final NaturalKeys naturalKeys;

    private ReferenceGraph(Catalog catalog, Collection<Table> tables) {
        this.catalog = catalog;
        this.naturalKeys = new NaturalKeys(tables);
    }

    /** The references from {@code tables} to each other. */
    public static ReferenceGraph of(Catalog catalog, Collection<Table> tables) {
        ReferenceGraph graph = new ReferenceGraph(catalog, tables);
        Set<TableName> names = new HashSet<>();
        for (Table table : tables) {
            names.add(table.name());
            Conventions.forms(table.name().name()).forEach(form -> graph.byForm.computeIfAbsent(form, key -> new ArrayList<>()).add(table));
            Conventions.formsWithin(table.name().name())
                    .forEach(form -> graph.byEnding.computeIfAbsent(form, key -> new ArrayList<>()).add(table));
            if (Conventions.people(table) && keyColumn(table).isPresent()) {
                graph.people.add(table);
            }
        }
        for (Table table : tables) {
            List<Reference> references = graph.outgoing.computeIfAbsent(table.name(), key -> new ArrayList<>());
            Set<String> bound = new HashSet<>();
            for (ForeignKey key : table.foreignKeys()) {
                bound.addAll(key.columns());
                if (names.contains(key.target())) {
                    references.add(graph.declared(table, key));
                }
            }
            table.columns().stream().filter(column -> !bound.contains(column.name()))
                    .forEach(column -> graph.guessed(table, column).ifPresent(references::add));
        }
        return graph;
    }

    private Reference declared(Table table, ForeignKey key) {
        boolean notNull = key.columns().stream().allMatch(name -> table.column(name).map(Column::notNull).orElse(false));
        return new Reference(table.name(), key.columns(), key.target(), key.targetColumns(),
                Reference.Origin.FOREIGN_KEY, notNull, true, key.onDelete(), null);
    }

    /** A column with the name of one table, or of a person in one, and the type of that table's one-column primary key. */
    private Optional<Reference> guessed(Table table, Column column) {
        if (TypeColumns.typed(table, column) || isOwnKey(table, column)) {
            return Optional.empty();
        }
        Optional<Table> called = target(table, column);
        if (called.isEmpty() && TypeColumns.named(table, column).isPresent()) {
            return Optional.empty();
        }
        return called.filter(target -> !target.name().equals(table.name()))
                .map(target -> Reference.guessed(table, column, target, keyColumn(target).orElseThrow(), Reference.Origin.CONVENTION))
                .or(() -> naturalKeys.of(table, column));
    }

    private Optional<Table> target(Table table, Column column) {
        String stem = Conventions.stem(column.name());
        String schema = table.name().schema();
        Optional<Table> found = stem == null ? Optional.empty() : named(schema, stem, column).or(() -> ending(schema, stem, column));
        boolean text = Set.of("text", "varchar", "bpchar", "citext").contains(column.baseType());
        return found.isPresent() || stem == null && text || stem == null && !RoleNames.words(column.name()).contains("by")
                || !RoleNames.doer(column.name()) && !"owner".equals(stem) ? found : person(schema, column);
    }

    private Optional<Table> named(String schema, String form, Column column) {
        return named(schema, form).filter(target -> fits(column, target));
    }

    /** The one table whose name is the last words of a column's name, or whose last words are the column's name. */
    private Optional<Table> ending(String schema, String stem, Column column) {
        Optional<Table> longer = one(byEnding.getOrDefault(stem, List.of()), schema).filter(target -> fits(column, target));
        for (int at = stem.indexOf('_'); longer.isEmpty() && at >= 0; at = stem.indexOf('_', at + 1)) {
            longer = named(schema, stem.substring(at + 1), column);
        }
        return longer;
    }

    /** The one table of people that a column may lead to. If there are several, it is the one called users. */
    private Optional<Table> person(String schema, Column column) {
        List<Table> fitting = people.stream().filter(target -> fits(column, target)).toList();
        List<Table> users = fitting.stream().filter(target -> Conventions.forms(target.name().name()).contains("user")).toList();
        return one(users.isEmpty() ? fitting : users, schema);
    }

    /**
     * Columns without a foreign key that name another row of their own table: {@code parent_id}, or {@code
     * previous_order_id} of orders.
     */
    public List<Reference> toItself(TableName name) {
        Table table = catalog.find(name).orElseThrow();
        Set<String> forms = Conventions.formsWithin(name.name());
        return keyColumn(table).map(key -> table.columns().stream().filter(column -> !column.equals(key) && fits(column, table)
                        && table.foreignKeys().stream().noneMatch(foreign -> foreign.columns().contains(column.name()))
                        && from(name).stream().noneMatch(reference -> reference.columns().contains(column.name())) && named(column, forms))
                .map(column -> Reference.guessed(table, column, table, key, Reference.Origin.CONVENTION)).toList()).orElse(List.of());
    }

    private static boolean named(Column column, Set<String> forms) {
        String stem = Conventions.stem(column.name());
        return stem != null && (stem.equals("parent") || forms.stream().anyMatch(form -> stem.equals(form) || stem.endsWith("_" + form)));
    }

    /** Whether the values of the column could be keys of the table, by their types. */
    public static boolean fits(Column column, Table target) {
        return keyColumn(target).map(key -> Types.comparable(column, key)).orElse(false);
    }

    private static boolean isOwnKey(Table table, Column column) {
        return table.primaryKey().map(Index::columns).orElse(List.of()).equals(List.of(column.name()));
    }

    /** The one table with this name, in the same schema, else in any. */
    public Optional<Table> named(String schema, String form) {
        return one(byForm.getOrDefault(form, List.of()), schema);
    }

    /** The table that {@link #named} finds, or the one table whose name ends in these words. */
    public Optional<Table> called(String schema, String form) {
        return named(schema, form).or(() -> one(byEnding.getOrDefault(form, List.of()), schema));
    }

    /** The tables of other schemas that a column or a type without a foreign key may mean as well, because they have the same name. */
    public List<Table> namesakes(TableName name) {
        return Conventions.forms(name.name()).stream().flatMap(form -> byForm.getOrDefault(form, List.of()).stream())
                .filter(table -> !table.name().schema().equals(name.schema())).distinct().toList();
    }

    private static Optional<Table> one(List<Table> found, String schema) {
        List<Table> near = found.stream().filter(table -> table.name().schema().equals(schema)).toList();
        List<Table> wanted = near.isEmpty() ? found : near;
        return wanted.size() == 1 ? Optional.of(wanted.get(0)) : Optional.empty();
    }

    /** The one column of the primary key. */
    public static Optional<Column> keyColumn(Table table) {
        return table.primaryKey().map(Index::columns).filter(columns -> columns.size() == 1)
                .flatMap(columns -> table.column(columns.get(0)));
    }

    /** Adds a reference that was found later, by data or by a membership. */
    public void add(Reference reference) {
        outgoing.computeIfAbsent(reference.from(), key -> new ArrayList<>()).add(reference);
    }

    /** The references that lead from the table to others. */
    public List<Reference> from(TableName table) {
        return outgoing.getOrDefault(table, List.of());
    }

    /** All references, by the table to which they lead. */
    public Map<TableName, List<Reference>> incoming() {
        Map<TableName, List<Reference>> incoming = new HashMap<>();
        outgoing.values().forEach(references -> references.forEach(reference ->
                incoming.computeIfAbsent(reference.to(), key -> new ArrayList<>()).add(reference)));
        return incoming;
    }
}
