package io.orgscope.scan.finding;

import io.orgscope.postgres.TableName;

/**
 * A check of the data, finished or not.
 *
 * @param object the checked column or constraint
 * @param extent how much of the table was checked: all, a sample, or why nothing
 * @param found  the number of rows that break the rule; −1 if it is not known
 */
public record DataCheck(Rule rule, TableName table, String object, String extent, long found) {

    /** The extent of a check that read every row. */
    public static final String WHOLE = "whole";

    /** Whether it read every row. Otherwise there may be rows that it would have found. */
    public boolean complete() {
        return extent.equals(WHOLE);
    }
}
