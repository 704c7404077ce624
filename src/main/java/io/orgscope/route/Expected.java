package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.Set;

/**
 * What is not in the catalog yet and will be when its turn comes.
 *
 * @param blind   a script is written: what earlier lines of it make is not in the catalog, or there is no catalog
 * @param columns organization columns that earlier steps of the same run add, as {@code [table, column]}
 */
public record Expected(boolean blind, Set<ExpectedColumn> columns) {

    /** Nothing: what is used has to be there. */
    public static final Expected NOTHING = new Expected(false, Set.of());

    /** A script is written. */
    public static final Expected SCRIPT = new Expected(true, Set.of());

    /** A column that will be there. */
    public record ExpectedColumn(TableName table, String column) {
    }

    /** Whether the column will be there; in a script, every organization column will. */
    boolean has(TableName table, String column, ScopedTable scope) {
        return columns.contains(new ExpectedColumn(table, column)) || blind && column.equals(scope.column());
    }
}
