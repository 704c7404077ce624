package io.orgscope.spec;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import java.util.List;

/** The names that we use if the user gives none. They must not change: a released name is on users' tables. */
public final class Naming {

    /** The beginning of the names of our triggers. PostgreSQL runs triggers in the order of their names, so ours run last. Others with a later name are refused. */
    public static final String TRIGGERS = "zz_orgscope_";

    /** The beginning of the names of our policies. */
    public static final String POLICIES = "orgscope_isolation_";

    /** In the comment of an object of the user: whoever wrote it has checked the hazard that a message names, and accepts it. */
    public static final String ACCEPTED = "[orgscope accepted]";

    private static final String FOLLOW = "orgscope_follow";

    /** Between two parts of a name. With an underscore, order and item_groups would give the same name as order_item and groups. */
    private static final char BETWEEN = '$';

    private Naming() {
    }

    /** The foreign key to the organizations. */
    public static String foreignKey(String table, String column) {
        return Identifier.fitting("fk_" + table + "_" + column);
    }

    /** The index that begins with the organization column. */
    public static String index(String table, String column) {
        return Identifier.fitting("idx_" + table + "_" + column);
    }

    /** The unique index that replaces {@code replaces}, or that has these columns after the organization. */
    public static String uniqueIndex(String table, String column, String replaces, List<String> columns) {
        return replaces != null ? scoped(replaces, column)
                : Identifier.fitting("uq_" + table + "_" + column + "_" + String.join("_", columns));
    }

    /** A constraint that replaces another one, or is beside it, and begins with the organization. */
    public static String scoped(String name, String column) {
        return Identifier.fitting(name + "_by_" + column);
    }

    /** The foreign key from the organization and this column to the memberships. */
    public static String membership(String table, String column) {
        return Identifier.fitting("fk_" + table + "_" + column + "_member");
    }

    /** The function and the triggers that keep the column filled. */
    public static String fill(String table) {
        return Identifier.fitting("orgscope_fill_" + table);
    }

    /** The sequence that counts the rows that the trigger filled. */
    public static String filled(String table) {
        return Identifier.fitting("orgscope_filled_" + table);
    }

    /** The function that makes rows follow if a row of {@code parent} goes to another organization. */
    public static String follow(String table, TableName parent) {
        return Identifier.fitting(FOLLOW + "_" + table + BETWEEN + parent);
    }

    /**
     * A name that is not after the {@link #follow} functions of the table, in the order of the bytes. A long name is cut,
     * and then functions of other tables may be among those that come after it.
     */
    public static String firstFollow(String table) {
        return Identifier.beginning(FOLLOW + "_" + table + BETWEEN);
    }

    /** A name that is after the {@link #follow} functions of the table: with the next character. */
    public static String afterLastFollow(String table) {
        String first = FOLLOW + "_" + table;
        return firstFollow(table).equals(first + BETWEEN) ? first + (char) (BETWEEN + 1) : FOLLOW + "`";
    }

    /** The trigger on a table that the routes read. It locks the row before an UPDATE moves it. */
    public static String lockTrigger(TableName table) {
        return Identifier.fitting(TRIGGERS + "lock_" + table);
    }

    /** The trigger that updates the rows afterwards. */
    public static String followTrigger(TableName table) {
        return Identifier.fitting(TRIGGERS + "follow_" + table);
    }

    /** {@link #lockTrigger} for rows that are inserted or deleted. */
    public static String lockRowsTrigger(TableName table) {
        return Identifier.fitting(TRIGGERS + "lock" + BETWEEN + "rows_" + table);
    }

    /** {@link #followTrigger} for rows that are inserted or deleted. */
    public static String followRowsTrigger(TableName table) {
        return Identifier.fitting(TRIGGERS + "follow" + BETWEEN + "rows_" + table);
    }

    /** The index that becomes the primary key with the organization in front. */
    public static String primaryKey(String table) {
        return Identifier.fitting("orgscope_primary_key_" + table);
    }

    /** The index that becomes the old primary key again. */
    public static String formerPrimaryKey(String table) {
        return Identifier.fitting("orgscope_former_primary_key_" + table);
    }

    /** The index over the columns of the old primary key, which has this name. */
    public static String lookup(String primaryKey) {
        return Identifier.fitting(primaryKey + "_lookup");
    }

    /** The CHECK that is used until the column is NOT NULL. */
    public static String notNullCheck(String table) {
        return Identifier.fitting("orgscope_not_null_" + table);
    }
}
