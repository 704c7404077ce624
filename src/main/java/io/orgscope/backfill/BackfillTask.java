package io.orgscope.backfill;

import io.orgscope.postgres.TableName;
import java.util.Objects;

/**
 * What to fill.
 *
 * @param table   the table; its partitions and inheriting tables are filled too
 * @param column  the column to fill, where it is null
 * @param value   SQL for a row's value, over the alias {@code t}; null for a row that has none
 * @param options how fast, and what to look out for
 */
public record BackfillTask(TableName table, String column, String value, BackfillOptions options) {

    public BackfillTask {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(options, "options");
    }
}
