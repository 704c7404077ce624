package io.orgscope.preflight;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.spec.TableDeclaration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be true of all indexes together that the steps will make: their names, and that one of a table has every row. */
final class MadeIndexes {

    private final Problems problems;
    private final Collection<TableName> composite;
    /** The line that declares each. Index names are unique within a schema. */
    private final Map<TableName, Integer> lines = new HashMap<>();

    /** @param composite the tables that take part in composite references */
    MadeIndexes(Problems problems, Collection<TableName> composite) {
        this.problems = problems;
        this.composite = composite;
    }

    void check(TableDeclaration table, Table found) {
        Map<String, String> keys = foreignKeys(table, found);
        table.unique().forEach(unique -> name(unique.line(), found.name(), table, table.indexName(unique), keys));
        if (table.needsIndex()) {
            name(table.lines().of("index"), found.name(), table, table.indexName(), keys);
        } else if (table.indexed()) {
            requireWhole(table, found);
        }
    }

    private void name(int line, TableName table, TableDeclaration declared, String index, Map<String, String> keys) {
        Integer first = lines.putIfAbsent(new TableName(table.schema(), index), line);
        if (first != null) {
            problems.add(line, "The name " + index + " is used for two indexes, first in line " + first
                    + ". Two indexes of a schema cannot have the same name. Give one of them another name.");
        }
        if (keys.containsKey(index)) {
            problems.add(line, "The name " + index + " is used for an index of " + table + " and for " + keys.get(index) + ". PostgreSQL allows this, but the"
                    + " record in the comment of " + table.column(declared.column()) + " has one line for each name, so a rollback would leave one of the two."
                    + " Give one of them another name.");
        }
    }

    /** The foreign keys that the steps will make of the table, by their names. */
    private Map<String, String> foreignKeys(TableDeclaration table, Table found) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(table.foreignKeyName(), "its foreign key to the organizations");
        table.isolation().memberships().forEach(membership -> keys.put(Naming.membership(table.table(), membership.from().get(0)),
                "its foreign key to the memberships"));
        if (table.isolation().composite()) {
            for (ForeignKey single : found.foreignKeys().stream().filter(key -> composite.contains(key.target())).toList()) {
                keys.put(Naming.scoped(single.name(), table.column()), "the composite key that replaces its foreign key " + single.name());
            }
        }
        return keys;
    }

    /** If somebody deletes an organization, or row security is on, PostgreSQL searches by the organization alone. A partial index does not help. */
    private void requireWhole(TableDeclaration table, Table found) {
        boolean whole = found.indexes().stream().anyMatch(index -> index.ledBy(table.column()))
                || table.unique().stream().anyMatch(unique -> unique.replaces() == null || whole(found, List.of(unique.replaces(), table.indexName(unique))));
        if (!whole) {
            problems.add(table.lines().of("unique"), "No index of " + found.name() + " would have every row and begin with " + table.column() + ": the unique"
                    + " ones are partial. To delete an organization, or with row security, PostgreSQL would read the whole table. Declare 'index: "
                    + Naming.index(table.table(), table.column()) + "', or 'index: false' if you want none.");
        }
    }

    /** Whether the first index of these that exists has every row. If there is none, another check says so. */
    private static boolean whole(Table table, List<String> names) {
        Optional<Index> first = names.stream().flatMap(name -> table.index(name).stream()).findFirst();
        return first.map(index -> index.predicate() == null).orElse(true);
    }
}
