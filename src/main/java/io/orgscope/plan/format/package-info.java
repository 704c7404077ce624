/**
 * Writes the plan: as a declaration, as text, Markdown and JSON, and as an addition to an existing file.
 *
 * <p>Nothing here decides. The form of a declaration belongs to {@link io.orgscope.spec}. Tables of a report belong to
 * {@link io.orgscope.report}.
 */
package io.orgscope.plan.format;
