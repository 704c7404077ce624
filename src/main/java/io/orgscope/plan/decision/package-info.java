/**
 * Finds the ways from each table to its organization and decides which of them become routes: first from the catalog,
 * then from the rows, if the user asks for that. If neither decides, the result is a question.
 *
 * <p>Nothing is written here. Classes with names that begin with Catalog read no rows. Classes with names that begin
 * with Data, and the classes that they use, read rows.
 */
package io.orgscope.plan.decision;
