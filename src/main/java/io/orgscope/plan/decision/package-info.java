/**
 * Finds the ways from each table to its organization and decides which of them become routes: first from the catalog,
 * then from the rows, if the user asks for that. If neither decides, the result is a question.
 *
 * <p>Nothing is written here. {@link io.orgscope.plan.decision.DataProof}, {@link io.orgscope.plan.decision.OwnColumnRows} and {@link
 * io.orgscope.plan.decision.CrossOrganizationReferences} read rows, with the SQL of {@link io.orgscope.plan.decision.RowAnswers}. The others decide by
 * the catalog, and by what these have found.
 */
package io.orgscope.plan.decision;
