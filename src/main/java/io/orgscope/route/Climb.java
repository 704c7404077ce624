package io.orgscope.route;

import java.util.List;

/**
 * The route of a table whose rows ask their parent in the same table.
 *
 * @param key     the columns that identify a parent
 * @param columns the columns of a row that name its parent, one for each of the key
 * @param when    the condition under which a row asks its parent; null for always
 * @param parents the rows that may be asked, as SQL for a FROM clause
 */
public record Climb(List<String> key, List<String> columns, String when, String parents) {
}
