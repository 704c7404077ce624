package io.orgscope.backfill;

import io.orgscope.postgres.TableName;
import java.util.Objects;

/**
 * What to fill.
 *
 * @param table   the table. Its partitions and inheriting tables are filled too
 * @param column  the column to fill where it is null
 * @param value   SQL for the value of a row with the alias {@code t}; null if the row has no value
 * @param options how fast, and for what to wait
 * @param filling the table whose triggers the rows have: of a partition that is filled alone, the partitioned table
 */
public record BackfillTask(TableName table, String column, String value, BackfillOptions options, TableName filling) {

    public BackfillTask {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(filling, "filling");
    }

    /** The task for a table that has its own triggers. */
    public BackfillTask(TableName table, String column, String value, BackfillOptions options) {
        this(table, column, value, options, table);
    }
}
