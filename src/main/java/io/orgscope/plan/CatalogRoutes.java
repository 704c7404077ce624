package io.orgscope.plan;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.spec.TableDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalog alone says of each table, for a report that needs no plan: what it is to the organizations, and the
 * routes that a plan would suggest before it asks the rows. Pairs of type and key are left out, as only rows tell where
 * they lead.
 */
public final class CatalogRoutes {

    /**
     * The routes suggested for a table.
     *
     * @param columns   that the first route starts from
     * @param to        the table that it leads to first
     * @param declared  whether a foreign key says so, and not just a name
     * @param notNull   whether every row has the columns
     * @param ownership whether they say whose the row is, and not who made it
     * @param routes    asked in order
     */
    public record Proposal(List<String> columns, TableName to, boolean declared, boolean notNull, boolean ownership,
                           List<Route.Path> routes) {
    }

    private final Survey survey;
    private final CandidateSearch search;
    private final RouteSelection selection;

    private CatalogRoutes(Survey survey) {
        this.survey = survey;
        this.search = new CandidateSearch(survey, new PolymorphicPairs());
        survey.tables().stream().filter(table -> survey.of(table) == Standing.OPEN && !search.reaches(table)).toList()
                .forEach(table -> survey.set(table, Standing.GLOBAL));
        this.selection = new RouteSelection(survey, search);
    }

    /**
     * Looks at every table of the catalog.
     *
     * @param global tables that the user has said to be of no organization
     */
    public static CatalogRoutes of(Catalog catalog, Organizations organizations, String column,
                                   Map<TableName, TableDeclaration> declared, Set<TableName> global) {
        Survey survey = new Survey(catalog, organizations, column, schema -> true, declared);
        global.stream().filter(table -> survey.of(table) == Standing.OPEN && !declared.containsKey(table))
                .forEach(table -> survey.set(table, Standing.GLOBAL));
        return new CatalogRoutes(survey);
    }

    /** What the table is; null when it is none that is looked at, as a view. */
    public Standing of(TableName table) {
        return survey.of(table);
    }

    /** Whether any way leads from the table to an organization. */
    public boolean reaches(TableName table) {
        return search.reaches(table);
    }

    /** The likeliest routes of a table that is to be scoped, or would be if its kind could be migrated. */
    public Optional<Proposal> proposal(TableName table) {
        List<Candidate> chosen = survey.of(table) == Standing.UNSUPPORTED
                ? search.candidates(table).stream().limit(1).toList() : selection.chosen(table);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Reference first = chosen.get(0).reference();
        List<Route.Path> routes = chosen.stream().flatMap(candidate -> candidate.ways().stream())
                .map(way -> way.route(table.schema())).distinct().toList();
        return Optional.of(new Proposal(first.columns(), first.to(), first.declared(), first.notNull(), first.ownership(), routes));
    }

    /** For a table whose rows several organizations share: the tables that say which. */
    public List<TableName> memberships(TableName table) {
        return survey.graph().from(table).stream().filter(reference -> reference.origin() == Reference.Origin.MEMBERSHIP)
                .map(Reference::to).distinct().toList();
    }

    /** Whether a unique key over these columns is one of the world rather than of an organization, going by their names. */
    public static boolean worldwide(List<String> columns) {
        return UniqueAdvisor.worldwide(columns);
    }
}
