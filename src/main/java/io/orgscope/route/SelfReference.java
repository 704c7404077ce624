package io.orgscope.route;

import java.util.List;

/**
 * A route that reads the organization of a row's parent in the same table.
 *
 * @param key     the columns that identify a parent
 * @param columns the columns of a row that reference its parent, one for each column of the key
 * @param when    the condition under which the route is used; null for always
 * @param parents the rows that can be a parent, as SQL for a FROM clause
 */
public record SelfReference(List<String> key, List<String> columns, String when, String parents) {
}
