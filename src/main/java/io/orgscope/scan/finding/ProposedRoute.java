package io.orgscope.scan.finding;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.util.List;

/**
 * The most likely route from a row to its organization, as {@code orgscope-plan} would propose it from the catalog
 * alone.
 *
 * @param proposal the proposal of the plan
 * @param scoped   whether it leads to a table that has an organization column
 */
public record ProposedRoute(CatalogRoutes.Proposal proposal, boolean scoped) {

    /** The first table of the route. */
    public TableName to() {
        return proposal.to();
    }

    /** The routes in their order, as in an {@code .orgscope.yaml}. */
    public List<Route.Path> routes() {
        return proposal.routes();
    }

    /** The question to answer before the routes can be used; null if there is none. */
    public String question() {
        return proposal.question();
    }

    /** Whether every row certainly has a parent with an organization, so that a join shows the organization of the row. */
    public boolean sure() {
        return scoped && proposal.declared() && proposal.notNull() && proposal.ownership();
    }
}
