/**
 * From each table the ways to its organization, and which of them stand: first by the catalog, then by the rows where they are asked.
 * Where neither decides, the decision is a question.
 *
 * <p>Nothing is written here. The classes named Catalog… never see a row; those named Data…, and what they ask, do.
 */
package io.orgscope.plan.decision;
