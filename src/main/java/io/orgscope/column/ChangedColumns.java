package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The condition of a trigger that an UPDATE changed at least one of the given columns. */
final class ChangedColumns {

    /** Types without an equality operator: pg_operator has no {@code =} for them. */
    private static final Set<String> WITHOUT_EQUALITY = Set.of("json", "xml", "point", "polygon");

    private ChangedColumns() {
    }

    /** @param table the table, for the types of its columns; null if there is no catalog */
    static String of(Collection<String> columns, Table table) {
        return columns.stream().map(name -> value("NEW", name, table) + " IS DISTINCT FROM " + value("OLD", name, table))
                .collect(Collectors.joining(" OR "));
    }

    private static String value(String row, String name, Table table) {
        boolean text = table != null && table.column(name).map(Column::baseType).filter(WITHOUT_EQUALITY::contains).isPresent();
        return row + "." + Identifier.quote(name) + (text ? "::text" : "");
    }
}
