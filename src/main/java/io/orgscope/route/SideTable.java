package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A side table as it is in the catalog: which of its columns are the row's key, which are columns that the routes
 * started from, and whether it still fits the table.
 *
 * @param inputs the columns that it compares besides the key. The routes may start from others today. Null if the side
 *               table does not fit the table any more
 * @param table  the table, for the types of these columns; null if they are not compared
 */
record SideTable(TableName name, List<String> inputs, Table table) {

    /** A prefix for the names of the table's own columns, so that they differ from ours. */
    static final String KEY = "key_";
    static final String INPUT = "via_";
    static final String ORGANIZATION = "organization";
    /** Whether the application chose the organization. If not, the routes gave it. */
    static final String CHOSEN = "chosen";

    /** A side table that is only written. */
    SideTable(TableName name, List<String> inputs) {
        this(name, inputs, null);
    }

    /** @return null if the side table does not exist */
    static SideTable of(TableName name, Table table, List<String> identity, Organizations organizations, Catalog catalog) {
        Table side = catalog.find(name).orElse(null);
        if (side == null || table == null || identity.isEmpty()) {
            return side == null ? null : new SideTable(name, null);
        }
        if (organizations.keyIn(catalog).flatMap(key -> side.column(ORGANIZATION).filter(kept -> !Types.comparable(kept, key))).isPresent()) {
            return new SideTable(name, null);
        }
        List<String> names = side.columns().stream().map(Column::name).toList();
        List<String> inputs = new ArrayList<>();
        for (Column column : table.columns()) {
            Column same = side.column(Identifier.fitting((identity.contains(column.name()) ? KEY : INPUT) + column.name())).orElse(null);
            if (same != null && !Types.comparable(same, column)) {
                return new SideTable(name, null);
            }
            if (same != null && !identity.contains(column.name())) {
                inputs.add(column.name());
            }
        }
        boolean fits = names.containsAll(columns(identity, inputs)) && names.size() == identity.size() + inputs.size() + 2;
        // In the order that they have before there is a side table: the triggers are compared as texts.
        return new SideTable(name, fits ? inputs.stream().sorted().toList() : null, table);
    }

    /** Whether the kept row {@code k} is of the row {@code t} and may still be used, as SQL. */
    String matches(List<String> identity) {
        List<String> all = new ArrayList<>();
        identity.forEach(name -> all.add("k." + Identifier.quote(Identifier.fitting(KEY + name)) + " = t." + Identifier.quote(name)));
        inputs.forEach(name -> all.add(Table.comparable(table, name, "k", Identifier.fitting(INPUT + name)) + " IS NOT DISTINCT FROM "
                + Table.comparable(table, "t", name)));
        return String.join(" AND ", all);
    }

    static List<String> columns(List<String> identity, List<String> inputs) {
        List<String> names = new ArrayList<>(prefixed(KEY, identity));
        names.addAll(prefixed(INPUT, inputs));
        names.add(ORGANIZATION);
        names.add(CHOSEN);
        return names;
    }

    static List<String> prefixed(String prefix, Collection<String> names) {
        return names.stream().map(name -> Identifier.fitting(prefix + name)).toList();
    }
}
