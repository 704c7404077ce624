package io.orgscope.step;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.TableName;

/**
 * A setting with the name of the table whose organization column this library writes at the moment. Such a value is no
 * choice of the application.
 */
public final class FillingSetting {

    /** The name of the setting. */
    public static final String NAME = "orgscope.filling";

    private static final String NOW = "coalesce(pg_catalog.current_setting(" + Literal.of(NAME) + ", true), '')";

    private FillingSetting() {
    }

    /** The value of the setting while the rows of a table follow a move. */
    public static String moving(TableName table) {
        return "moves of " + table.sql();
    }

    /**
     * The condition that the backfill does not write the table, as SQL.
     *
     * @param table the table's name as a literal
     */
    public static String notFilling(String table) {
        return NOW + " <> " + table;
    }

    /**
     * The condition that this library does not write the table, as SQL. It is evaluated for each row of the backfill,
     * so the case of the backfill comes first.
     *
     * @param table  the table's name as a literal
     * @param moving {@link #moving} as a literal
     */
    public static String notOurs(String table, String moving) {
        return notFilling(table) + " AND " + NOW + " <> " + moving;
    }
}
