package io.orgscope.spec;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of the tables in the contract. Step 09 drops an old key, and then several rows may have the same values. The triggers of another table may search
 * rows by them: they expect one row, and need the index. So step 10 of that table comes first. Otherwise the order is that of the routes.
 *
 * <p>A route of a table to itself gives no order: the steps 09 of a table come before its step 10.
 */
final class ContractOrder {

    private ContractOrder() {
    }

    static List<TableDeclaration> of(List<TableDeclaration> tables) {
        Map<TableDeclaration, List<TableDeclaration>> readers = new IdentityHashMap<>();
        tables.forEach(table -> readers.put(table, readers(table, tables)));
        if (readers.values().stream().allMatch(List::isEmpty)) {
            return tables;
        }
        List<TableDeclaration> open = new ArrayList<>(tables);
        List<TableDeclaration> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            // Tables that search each other have the same number, and keep their order. A table whose rows they search, and that searches none of theirs, has more.
            TableDeclaration next = Collections.min(open, Comparator.comparingInt(table -> withReaders(table, readers).size()));
            open.remove(next);
            readers.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** The table, and those of the others that have to come before it. */
    private static Set<TableDeclaration> withReaders(TableDeclaration table, Map<TableDeclaration, List<TableDeclaration>> readers) {
        Set<TableDeclaration> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<TableDeclaration> next = new ArrayDeque<>(List.of(table));
        while (!next.isEmpty()) {
            TableDeclaration each = next.remove();
            if (readers.containsKey(each) && found.add(each)) {
                next.addAll(readers.get(each));
            }
        }
        return found;
    }

    /** The other tables with a route over a key of the table that the contract may replace. */
    private static List<TableDeclaration> readers(TableDeclaration table, List<TableDeclaration> tables) {
        List<TableDeclaration.UniqueIndex> replacing = table.unique().stream().filter(unique -> unique.replaces() != null).toList();
        return replacing.isEmpty() ? List.of() : tables.stream().filter(other -> other != table && mayNeedOldKey(other, table, replacing)).toList();
    }

    /** A route that names no key uses what a foreign key references, and step 09 does not drop that, or the primary key. */
    private static boolean mayNeedOldKey(TableDeclaration reader, TableDeclaration table, List<TableDeclaration.UniqueIndex> replacing) {
        return reader.routes().stream().anyMatch(route -> route instanceof Route.Path path && path.path().hops().stream()
                .anyMatch(hop -> mayBe(table, hop.schema() == null ? reader.schema() : hop.schema(), hop.table())
                        && replacing.stream().anyMatch(unique -> mayBeKey(unique, hop.key()))));
    }

    /** An entry without columns may replace any key. A key over some of the columns makes the route unique too. */
    private static boolean mayBeKey(TableDeclaration.UniqueIndex replacing, List<String> key) {
        return !key.isEmpty() && key.containsAll(replacing.columns());
    }

    /** A name without a schema may mean the same table as one with a schema. */
    private static boolean mayBe(TableDeclaration table, String schema, String name) {
        TableName own = table.name("");
        return own.name().equals(name) && (schema == null || own.schema().isEmpty() || own.schema().equals(schema));
    }
}
