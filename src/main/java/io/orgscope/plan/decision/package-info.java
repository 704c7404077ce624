/**
 * Finds the ways from each table to its organization and decides which of them become routes: first by the catalog, then by the rows, if the
 * user asks for that. If neither decides, the result is a question.
 *
 * <p>Nothing is written here. Classes named Catalog… read no rows. Classes named Data…, and the classes that they use, read rows.
 */
package io.orgscope.plan.decision;
