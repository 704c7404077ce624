package io.orgscope.plan;

import io.orgscope.distribute.Subject;
import io.orgscope.plan.advice.Estimator;
import io.orgscope.plan.advice.UniqueAdvisor;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.decision.Decision;
import io.orgscope.plan.decision.Inference;
import io.orgscope.plan.graph.OrganizationsProposal;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.spec.TableDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the catalog alone shows for each table, for a report that needs no plan: its status, the routes that a plan
 * would propose before it reads rows, and the question that it would ask.
 */
public final class CatalogRoutes {

    /**
     * The routes proposed for a table.
     *
     * @param columns   the columns from which the first route starts
     * @param to        the first table of the route
     * @param declared  whether there is a foreign key, and not only a name
     * @param notNull   whether every row has the columns
     * @param ownership whether the columns say to whom the row belongs, and not who made it
     * @param routes    in their order
     * @param question  what has to be decided before they can be used; null if there is nothing to decide
     */
    public record Proposal(List<String> columns, TableName to, boolean declared, boolean notNull, boolean ownership,
                           List<Route.Path> routes, String question) {
    }

    private final Survey survey;
    private final Inference inference;
    private final Map<TableName, Decision> decisions;

    private CatalogRoutes(Survey survey) {
        this.survey = survey;
        this.inference = new Inference(survey, PolymorphicPairs.byCatalog(survey), false);
        this.decisions = inference.decideAll();
    }

    /**
     * Reads every table of the catalog.
     *
     * @param global tables that the user has declared to belong to no organization
     */
    public static CatalogRoutes of(Catalog catalog, Organizations organizations, String column,
                                   Map<TableName, TableDeclaration> declared, Set<TableName> global) {
        Survey survey = new Survey(catalog, organizations, column, schema -> true, declared);
        global.stream().filter(table -> survey.status(table) == ScopingStatus.OPEN && !declared.containsKey(table))
                .forEach(table -> survey.set(table, ScopingStatus.GLOBAL));
        return new CatalogRoutes(survey);
    }

    /**
     * The tables that may be the organizations, with the reasons, if no table has that name. Empty if no table looks
     * like it.
     */
    public static String proposeOrganizations(Catalog catalog, String defaultSchema) {
        return OrganizationsProposal.propose(catalog, defaultSchema);
    }

    /** The status of the table; null if it is left out, such as a view. */
    public ScopingStatus status(TableName table) {
        return survey.status(table);
    }

    /** Whether any route leads from the table to an organization. */
    public boolean reaches(TableName table) {
        return inference.search().reaches(table);
    }

    /** Why the table has its status; null if the status says everything. */
    public String reason(TableName table) {
        return survey.reason(table);
    }

    /** The most likely routes of a table that should be scoped, or would be if its kind could be migrated. */
    public Optional<Proposal> proposal(TableName table) {
        Decision decision = decisions.get(table);
        List<Candidate> chosen = decision != null ? decision.chosen()
                : survey.status(table) == ScopingStatus.UNSUPPORTED ? inference.search().candidates(table).stream().limit(1).toList() : List.of();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Reference first = chosen.get(0).reference();
        List<Route.Path> routes = chosen.stream().flatMap(candidate -> candidate.paths().stream())
                .map(path -> path.route(table.schema())).distinct().toList();
        return Optional.of(new Proposal(first.columns(), first.to(), first.declared(), first.notNull(), chosen.get(0).sound(), routes,
                decision == null ? null : decision.question()));
    }

    /** The questions of the tables whose entries cannot be used yet. */
    public Map<TableName, String> questions() {
        Map<TableName, String> questions = new TreeMap<>();
        decisions.forEach((table, decision) -> {
            if (decision.question() != null) {
                questions.put(table, decision.question());
            }
        });
        survey.tables().stream().filter(table -> survey.status(table) == ScopingStatus.UNSUPPORTED && survey.reason(table) != null)
                .forEach(table -> questions.put(table, survey.reason(table).replaceAll("\\.$", "")));
        survey.tables().stream().filter(table -> survey.status(table) == ScopingStatus.SCOPED).map(table -> survey.catalog().find(table).orElseThrow())
                .filter(table -> inference.unfit(table) != null).forEach(table -> questions.put(table.name(), inference.unfit(table)));
        return questions;
    }

    /** Every table as {@link io.orgscope.distribute} asks for it. */
    public List<Subject> subjects() {
        UniqueAdvisor advisor = new UniqueAdvisor(survey);
        return survey.tables().stream().map(name -> survey.catalog().find(name).orElseThrow()).map(table -> DistributionSubjects.of(survey, table,
                decisions.containsKey(table.name()) ? decisions.get(table.name()).question() : null, survey.carries(table.name())
                        ? advisor.of(table) : List.of(), Estimator.rows(table), null)).toList();
    }

    /** For a table whose rows several organizations share: the tables that say which organizations. */
    public List<TableName> memberships(TableName table) {
        return survey.graph().from(table).stream().filter(reference -> reference.origin() == Reference.Origin.MEMBERSHIP)
                .map(Reference::to).distinct().toList();
    }

    /** Whether a unique key is unique in the world and not within an organization, judged by names. */
    public static boolean worldwide(Table table, Index index) {
        return UniqueAdvisor.worldwide(table, index);
    }

    /** Why step 06 cannot replace a unique key; empty if it can. */
    public static Optional<String> whyKept(Catalog catalog, Table table, Index index) {
        return UniqueAdvisor.whyKept(catalog, table, index);
    }

    /** The pair of type and key in a unique key. It is a reference. */
    public static Optional<String> pair(Table table, Index index) {
        return UniqueAdvisor.pair(table, index);
    }
}
