package io.orgscope.column;

import io.orgscope.postgres.Table;
import java.util.Collection;
import java.util.stream.Collectors;

/** The condition of a trigger that an UPDATE changed at least one of the given columns. */
final class ChangedColumns {

    private ChangedColumns() {
    }

    /** @param table the table, for the types of its columns; null if there is no catalog */
    static String of(Collection<String> columns, Table table) {
        return columns.stream().map(name -> Table.comparable(table, "NEW", name) + " IS DISTINCT FROM " + Table.comparable(table, "OLD", name))
                .collect(Collectors.joining(" OR "));
    }
}
