/**
 * What a step is: a list of {@link io.orgscope.step.Action actions}. A step compares the catalog with the declaration and makes the actions
 * that are missing. They run live, or are written as a script. All steps share the code here: locks, retries, the ledger, update-sql, and
 * the loop over the partitions of a table ({@link io.orgscope.step.EachPartition}). What a script has once for all tables is a
 * {@link io.orgscope.step.ScriptProcedure}. Change sets that follow one another in a script share the settings of its session. What an
 * earlier change set has just done, so that a later one leaves it out, is in {@link io.orgscope.step.JustDone}. What the steps of one update
 * did is in its {@link io.orgscope.step.UpdateSummary}. Triggers tell our own writes from those of the application by the
 * {@link io.orgscope.step.FillingSetting}. No step goes on if the ledger that an earlier one has begun is gone
 * ({@link io.orgscope.step.LostLedger}). SQL of the ledger does not run if it names another table ({@link io.orgscope.step.NotedSql}). A change may be stopped before Liquibase records it. If it is
 * {@link io.orgscope.step.RolledBackEarlier}, the rollback of the change before it undoes it ({@link io.orgscope.step.StoppedSteps}).
 *
 * <p>Liquibase knows a step as an {@link io.orgscope.step.OrganizationScopeChange} or an
 * {@link io.orgscope.step.OrganizationScopePrecondition}. What a particular step does belongs to its own package.
 */
package io.orgscope.step;
