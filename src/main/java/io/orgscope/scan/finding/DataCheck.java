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
}
