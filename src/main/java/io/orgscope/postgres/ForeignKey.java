package io.orgscope.postgres;

import java.util.List;

/**
 * A foreign key as the catalog has it; {@code columns} and {@code targetColumns} go in pairs.
 *
 * @param onDelete  {@code pg_constraint.confdeltype}: a no action, r restrict, c cascade, n set null, d set default
 * @param validated whether every row is known to keep it
 * @param comment   null when there is none
 */
public record ForeignKey(String name, TableName table, List<String> columns, TableName target,
                         List<String> targetColumns, char onDelete, boolean validated, String definition,
                         String comment) {
}
