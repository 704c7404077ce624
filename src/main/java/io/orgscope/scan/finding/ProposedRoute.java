package io.orgscope.scan.finding;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.util.List;

/**
 * The likeliest way from a row to its organization, as {@code orgscope-plan} would suggest it by the catalog alone.
 *
 * @param proposal what the plan suggests
 * @param scoped   whether it leads to a table that has its organization column
 */
public record ProposedRoute(CatalogRoutes.Proposal proposal, boolean scoped) {

    /** The table that it leads to first. */
    public TableName to() {
        return proposal.to();
    }

    /** As in an {@code .orgscope.yaml}, asked in order. */
    public List<Route.Path> routes() {
        return proposal.routes();
    }

    /** What has to be decided before the routes may be used; null when they stand. */
    public String question() {
        return proposal.question();
    }

    /** Whether every row surely has a parent whose column says the organization: a join tells rows apart. */
    public boolean sure() {
        return scoped && proposal.declared() && proposal.notNull() && proposal.ownership();
    }
}
