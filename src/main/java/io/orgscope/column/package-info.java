/**
 * The organization column: adding it (01), keeping it filled while the old application runs (02), NOT NULL (04), and
 * dropping the triggers (10). The rollback keeps each row's organization and then drops the column.
 *
 * <p>The triggers of a live update and those of a script come from the same templates
 * ({@link io.orgscope.column.SharedStatements}).
 *
 * <p>Filling the existing rows belongs to {@link io.orgscope.backfill}.
 */
package io.orgscope.column;
