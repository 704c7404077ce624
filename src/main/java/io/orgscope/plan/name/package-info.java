/**
 * What the names of tables and columns usually mean, and which role a column plays by its name.
 *
 * <p>A name proves nothing. Nothing here knows a catalog: words go in, meanings come out.
 */
package io.orgscope.plan.name;
