/**
 * How a row finds its organization: a route as the user wrote it, resolved against the catalog, and as SQL about a row called
 * {@code t}.
 *
 * <p>Organizations that a downgrade kept in a side table belong here too, because the next upgrade reads them first. Reading routes
 * from YAML belongs to {@link io.orgscope.spec}. Writing organizations into rows belongs to the steps.
 */
package io.orgscope.route;
