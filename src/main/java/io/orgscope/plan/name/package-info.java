/**
 * What the names of tables and columns usually mean, and which role a column has by its name.
 *
 * <p>A name proves nothing. Nothing here reads a catalog.
 */
package io.orgscope.plan.name;
