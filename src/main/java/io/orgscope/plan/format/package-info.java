/**
 * The plan as a declaration to run, as text, Markdown and JSON, and as an addition to a file that is there already.
 *
 * <p>Nothing here decides. The form of a declaration belongs to {@link io.orgscope.spec}, how a table of a report looks to
 * {@link io.orgscope.report}.
 */
package io.orgscope.plan.format;
