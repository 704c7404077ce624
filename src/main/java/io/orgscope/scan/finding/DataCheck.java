package io.orgscope.scan.finding;

import io.orgscope.postgres.TableName;

/**
 * A check of the data that was made, or tried.
 *
 * @param object the column or constraint that it was about
 * @param extent what of the table was looked at: whole, a sample, or why nothing
 * @param found  how many rows break the rule, −1 when that is not known
 */
public record DataCheck(Rule rule, TableName table, String object, String extent, long found) {
}
