package io.orgscope.route;

import io.orgscope.postgres.TableName;
import java.util.Map;
import java.util.Set;

/**
 * Columns that are not in the catalog now and will be there when the SQL runs.
 *
 * @param blind   whether a script is written. The catalog does not show what earlier lines of the script make, or there
 *                is no catalog
 * @param columns organization columns that earlier steps of the same run add, as {@code [table, column]}
 * @param sources subqueries for tables whose column is not filled yet. Each shows the column as it will be filled. They
 *                are used to check rows beforehand, in an order in which the rows of these tables are checked already
 * @param notes   whether the side table with the choices will be there
 */
public record Expected(boolean blind, Set<ExpectedColumn> columns, Map<TableName, String> sources, Notes notes) {

    /** Whether SQL can look for choices that were noted. */
    enum Notes {
        /** If the side table is there now. */
        AS_FOUND,
        /** Step 02 makes the side table together with the triggers. */
        MADE,
        /** The rollback of step 01 replaces the side table by one that may have other columns. */
        REPLACED
    }

    public Expected(boolean blind, Set<ExpectedColumn> columns) {
        this(blind, columns, Map.of());
    }

    public Expected(boolean blind, Set<ExpectedColumn> columns, Map<TableName, String> sources) {
        this(blind, columns, sources, Notes.AS_FOUND);
    }

    /** Nothing is expected: the catalog has every column that is used. */
    public static final Expected NOTHING = new Expected(false, Set.of());

    /** A script is written. */
    public static final Expected SCRIPT = new Expected(true, Set.of());

    /** A column that will be there. */
    public record ExpectedColumn(TableName table, String column) {
    }

    /** The table as SQL, or the subquery that replaces it. */
    String source(TableName table) {
        return sources.getOrDefault(table, table.sql());
    }

    /** Whether it is the organization column of a table whose rows are checked already: each will hold an existing organization. */
    boolean checked(TableName table, String column) {
        return sources.containsKey(table) && columns.contains(new ExpectedColumn(table, column));
    }

    /** Whether the column will be there. In a script, every organization column will be there. */
    boolean has(TableName table, String column, ScopedTable scope) {
        return columns.contains(new ExpectedColumn(table, column)) || blind && column.equals(scope.column());
    }
}
