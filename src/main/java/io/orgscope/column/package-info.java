/**
 * The organization column: adding it (01), keeping it filled while the old application runs (02), NOT NULL (04), and
 * dropping the triggers (10). The rollback keeps each row's organization and then drops the column.
 *
 * <p>What triggers the present routes need, and which are there, is in {@link io.orgscope.column.RouteTriggers}. The triggers of a live
 * update and those of a script come from the same templates ({@link io.orgscope.column.SharedStatements}).
 *
 * <p>What the application chooses while the triggers are there has a note in the side table. It ends when a row with the same key is inserted
 * ({@link io.orgscope.column.NewRowNotes}). After a rollback of step 10 a choice may have none ({@link io.orgscope.column.UnnotedChoices}). In a column
 * that existed before, a choice from before the triggers has none either; step 02 stops at it ({@link io.orgscope.column.ChosenOrganizations}).
 * A row that comes before its parent in a statement is looked at again at the end ({@link io.orgscope.column.LateParents}).
 * When rows follow, the triggers of the user fire inside a function of ours ({@link io.orgscope.column.UserTriggers}).
 * Step 02 refuses what its triggers would not see: conditions that read more than named columns of a row ({@link io.orgscope.column.FollowedConditions}), and
 * changes by triggers that run later ({@link io.orgscope.column.LateTriggers}). Triggers of the user that run earlier may change where a route starts in an
 * UPDATE of ours too ({@link io.orgscope.column.EarlierTriggers}).
 * A rollback copies rows page by page, so their pages must not change meanwhile ({@link io.orgscope.column.UnmovedRows}).
 * While the triggers are there, the table keeps its name ({@link io.orgscope.column.RenamedTable}).
 * {@code orgscope-repair} makes the triggers again if the routes have changed ({@link io.orgscope.column.RepairTriggers}).
 * The rollback of step 02 also removes what stopped steps 04 to 07 have left ({@link io.orgscope.column.StoppedColumnSteps}); how an index or a foreign
 * key is dropped belongs to its own package.
 *
 * <p>Filling the existing rows belongs to {@link io.orgscope.backfill}.
 */
package io.orgscope.column;
