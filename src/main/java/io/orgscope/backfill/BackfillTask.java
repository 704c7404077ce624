package io.orgscope.backfill;

import io.orgscope.postgres.TableName;
import java.util.Objects;
import java.util.Set;

/**
 * What to fill.
 *
 * @param table   the table. Its partitions and inheriting tables are filled too
 * @param column  the column to fill where it is null
 * @param value   SQL for the value of a row with the alias {@code t}; null if the row has no value
 * @param options how fast, and for what to wait
 * @param filling the table whose triggers the rows have: of a partition that is filled alone, the partitioned table
 * @param read    the tables that the value is read from. A message names who has locked them
 */
public record BackfillTask(TableName table, String column, String value, BackfillOptions options, TableName filling, Set<TableName> read) {

    public BackfillTask {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(filling, "filling");
        read = Set.copyOf(read);
    }

    /** The task for a table that has its own triggers. The tables that the value is read from are not known. */
    public BackfillTask(TableName table, String column, String value, BackfillOptions options) {
        this(table, column, value, options, table, Set.of());
    }
}
