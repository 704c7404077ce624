/**
 * How a row finds its organization: a route as the user wrote it, a route resolved against the catalog, and a route as
 * SQL about a row called {@code t}.
 *
 * <p>The organizations that a rollback kept in a side table belong here too, because the next update reads them
 * first. Reading routes from YAML belongs to {@link io.orgscope.spec}. Writing organizations into rows belongs to the
 * steps.
 */
package io.orgscope.route;
