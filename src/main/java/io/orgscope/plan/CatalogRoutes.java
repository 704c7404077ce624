package io.orgscope.plan;

import io.orgscope.distribute.Subject;
import io.orgscope.plan.advice.Estimator;
import io.orgscope.plan.advice.UniqueAdvisor;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.decision.Decision;
import io.orgscope.plan.decision.Inference;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.Tenants;
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
 * What the catalog alone says of each table, for a report that needs no plan: what it is to the organizations, the routes that a
 * plan would suggest before it asks the rows, and the question that it would ask.
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
     * @param question  what has to be decided before they may be used; null when they stand
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
     * Looks at every table of the catalog.
     *
     * @param global tables that the user has said to be of no organization
     */
    public static CatalogRoutes of(Catalog catalog, Organizations organizations, String column,
                                   Map<TableName, TableDeclaration> declared, Set<TableName> global) {
        Survey survey = new Survey(catalog, organizations, column, schema -> true, declared);
        global.stream().filter(table -> survey.of(table) == ScopingStatus.OPEN && !declared.containsKey(table))
                .forEach(table -> survey.set(table, ScopingStatus.GLOBAL));
        return new CatalogRoutes(survey);
    }

    /** Which tables may hold the organizations, with the reasons, where none is called so; empty where nothing looks like it. */
    public static String tenants(Catalog catalog, String defaultSchema) {
        return Tenants.propose(catalog, defaultSchema);
    }

    /** What the table is; null when it is none that is looked at, as a view. */
    public ScopingStatus of(TableName table) {
        return survey.of(table);
    }

    /** Whether any way leads from the table to an organization. */
    public boolean reaches(TableName table) {
        return inference.search().reaches(table);
    }

    /** Why the table is what it is; null where what it is says it all. */
    public String reason(TableName table) {
        return survey.reason(table);
    }

    /** The likeliest routes of a table that is to be scoped, or would be if its kind could be migrated. */
    public Optional<Proposal> proposal(TableName table) {
        Decision decision = decisions.get(table);
        List<Candidate> chosen = decision != null ? decision.chosen()
                : survey.of(table) == ScopingStatus.UNSUPPORTED ? inference.search().candidates(table).stream().limit(1).toList() : List.of();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Reference first = chosen.get(0).reference();
        List<Route.Path> routes = chosen.stream().flatMap(candidate -> candidate.ways().stream())
                .map(way -> way.route(table.schema())).distinct().toList();
        return Optional.of(new Proposal(first.columns(), first.to(), first.declared(), first.notNull(), chosen.get(0).sound(), routes,
                decision == null ? null : decision.question()));
    }

    /** What has to be decided first, of each table whose entry would not stand. */
    public Map<TableName, String> questions() {
        Map<TableName, String> questions = new TreeMap<>();
        decisions.forEach((table, decision) -> {
            if (decision.question() != null) {
                questions.put(table, decision.question());
            }
        });
        return questions;
    }

    /** Every table as {@link io.orgscope.distribute} asks for it. */
    public List<Subject> subjects() {
        UniqueAdvisor advisor = new UniqueAdvisor(survey);
        return survey.tables().stream().map(name -> survey.catalog().find(name).orElseThrow()).map(table -> Subjects.of(survey, table,
                decisions.containsKey(table.name()) ? decisions.get(table.name()).question() : null, survey.carries(table.name())
                        ? advisor.of(table) : List.of(), Estimator.rows(table), null)).toList();
    }

    /** For a table whose rows several organizations share: the tables that say which. */
    public List<TableName> memberships(TableName table) {
        return survey.graph().from(table).stream().filter(reference -> reference.origin() == Reference.Origin.MEMBERSHIP)
                .map(Reference::to).distinct().toList();
    }

    /** Whether a unique key is one of the world rather than of an organization, going by names. */
    public static boolean worldwide(Table table, Index index) {
        return UniqueAdvisor.worldwide(table, index);
    }

    /** The pair of type and key that a unique key holds, which is a reference. */
    public static Optional<String> pair(Table table, Index index) {
        return UniqueAdvisor.pair(table, index);
    }
}
