/**
 * Step 00: checks a whole declaration against the catalog before anything is changed.
 *
 * <p>It asks the steps for their plans and runs none of them, so the same code finds an error here and in the step. If a declaration
 * has several tables, it also checks their rows, with the invariants of step 01. A table whose steps Liquibase has recorded under other ids is refused
 * ({@link io.orgscope.preflight.RecordedSteps}).
 */
package io.orgscope.preflight;
