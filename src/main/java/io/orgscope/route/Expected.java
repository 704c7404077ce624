package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.Map;
import java.util.Set;

/**
 * What is not in the catalog yet and will be when its turn comes.
 *
 * @param blind   a script is written: what earlier lines of it make is not in the catalog, or there is no catalog
 * @param columns organization columns that earlier steps of the same run add, as {@code [table, column]}
 * @param sources a subquery for a table that shows its column already as it will be filled; for looking at rows
 *                beforehand
 */
public record Expected(boolean blind, Set<ExpectedColumn> columns, Map<TableName, String> sources) {

    public Expected(boolean blind, Set<ExpectedColumn> columns) {
        this(blind, columns, Map.of());
    }

    /** Nothing: what is used has to be there. */
    public static final Expected NOTHING = new Expected(false, Set.of());

    /** A script is written. */
    public static final Expected SCRIPT = new Expected(true, Set.of());

    /** A column that will be there. */
    public record ExpectedColumn(TableName table, String column) {
    }

    /** What stands for the table in SQL. */
    String source(TableName table) {
        return sources.getOrDefault(table, table.sql());
    }

    /** Whether the column will be there; in a script, every organization column will. */
    boolean has(TableName table, String column, ScopedTable scope) {
        return columns.contains(new ExpectedColumn(table, column)) || blind && column.equals(scope.column());
    }
}
