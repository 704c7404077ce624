/**
 * How a row finds its organization: a route as the user means it, resolved against the catalog, and as SQL over a row
 * called {@code t}.
 *
 * <p>Also what a downgrade kept aside, for the next upgrade asks that first. Reading routes from YAML belongs to
 * {@link io.orgscope.spec}; writing organizations into rows belongs to the steps.
 */
package io.orgscope.route;
