package io.orgscope.plan;

import io.orgscope.plan.advice.Calibration;
import io.orgscope.plan.advice.Estimator;
import io.orgscope.plan.advice.Rates;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.advice.UniqueAdvisor;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.decision.CandidateCoverage;
import io.orgscope.plan.decision.CandidateSearch;
import io.orgscope.plan.decision.CrossOrganizationReferences;
import io.orgscope.plan.decision.DataDecision;
import io.orgscope.plan.decision.DataProof;
import io.orgscope.plan.decision.Decision;
import io.orgscope.plan.decision.Inference;
import io.orgscope.plan.decision.OwnColumnRows;
import io.orgscope.plan.decision.RouteSelection;
import io.orgscope.plan.decision.RowAnswers;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.graph.OrganizationsFinder;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.survey.ColumnValues;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ReadOnly;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.SharedRows;
import io.orgscope.plan.survey.Survey;
import io.orgscope.plan.survey.Unexplained;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the plan. It reads the catalog once, searches once, and decides for one table after the other. The tables that
 * are nearest to the organizations come first, because the others use their decisions.
 */
final class Planner {

    private final Connection connection;
    private final PlanOptions options;
    private final OrgScopeFile file;
    private final ReadOnly reader;
    private Survey survey;
    private PolymorphicPairs pairs;
    private Inference inference;
    private Set<TableName> single = Set.of();
    private boolean severalOrganizations;
    private CandidateSearch search;
    private RouteSelection selection;
    private DataProof proof;
    private OwnColumnRows own;
    private final Map<TableName, Decision> decisions = new LinkedHashMap<>();
    private final Map<TableName, CandidateCoverage> evidence = new HashMap<>();

    Planner(Connection connection, PlanOptions options) {
        this(connection, options, options.specText() == null ? null : OrgScopeFile.parse(options.specSource(), options.specText()));
    }

    /** @param file the declaration in place of that of the options; null if there is none */
    Planner(Connection connection, PlanOptions options, OrgScopeFile file) {
        this.file = file;
        this.connection = connection;
        this.options = options;
        this.reader = new ReadOnly(connection, options.statementTimeout());
    }

    /**
     * The plan.
     *
     * @throws SQLException if the catalog cannot be read
     */
    Plan plan() throws SQLException {
        if (options.calibrate()) {
            new Calibration(connection).require();
        }
        Catalog catalog = Catalog.ofAll(connection);
        Organizations organizations = organizations(new OrganizationsFinder(catalog, options.defaultSchema()));
        String column = Objects.requireNonNullElse(options.column(), file == null ? ScopedTable.DEFAULT_COLUMN : file.column());
        survey = new Survey(catalog, organizations, column,
                schema -> options.schemas().isEmpty() || options.schemas().contains(schema)
                        || schema.equals(organizations.table().schema()), declared());
        pairs = PolymorphicPairs.read(survey, reader, options.checkData());
        Set<TableName> several = survey.severals();
        if (options.checkData()) {
            new SharedRows(survey, reader).ask();
        }
        severalOrganizations = options.checkData() && severalOrganizations(organizations);
        single = several.stream().filter(table -> !survey.several(table)).collect(Collectors.toSet());
        if (options.checkData()) {
            new ColumnValues(survey, new Unexplained(survey, pairs), reader).explain(new CandidateSearch(survey, pairs)::reaches);
        }
        inference = new Inference(survey, pairs, options.checkData());
        search = inference.search();
        selection = inference.selection();
        proof = new DataProof(survey, new RowAnswers(survey, this::routes), pairs, reader);
        own = new OwnColumnRows(survey, inference, options.checkData() ? proof : null, reader, this::usable);
        for (TableName table : inference.ordered()) {
            decide(table);
        }
        askAgain();
        inference.passOn(decisions);
        Rates rates = options.calibrate() ? new Calibration(connection).measure() : Rates.DEFAULT;
        return new Plan(organizations, file == null || file.schema() == null ? options.defaultSchema() : file.schema(), column,
                OrganizationsFinder.naming(catalog.find(organizations.table()).orElseThrow(), organizations), options.checkData(), planned(rates),
                survey.partitions(), search.explored() + selection.walked(), rates);
    }

    /** What an option does not say is as in the file. The file's schema is that of its own table. */
    private Organizations organizations(OrganizationsFinder finder) {
        String schema = options.organizationTable() != null || file == null ? null : file.organizationSchema();
        return finder.find(options.organizationSchema() != null ? options.organizationSchema() : schema,
                Objects.requireNonNullElse(options.organizationTable(), file == null ? Organizations.DEFAULT_TABLE : file.organizationTable()),
                Objects.requireNonNullElse(options.organizationKey(), file == null ? Organizations.DEFAULT_KEY : file.organizationKey()));
    }

    /** What only shows once all tables are decided: what they read from each other, and what their references would join. */
    private void askAgain() throws SQLException {
        for (TableName table : List.copyOf(decisions.keySet())) {
            decisions.put(table, decisions.get(table).asking(own.inDoubt(decisions.get(table))));
        }
        for (TableName table : List.copyOf(decisions.keySet())) {
            for (Map.Entry<TableName, String> question : inference.handedOver(table, decisions.get(table)).entrySet()) {
                decisions.put(table, decisions.get(table).asking(open(question.getKey()) ? question.getValue() : null));
            }
        }
        if (options.checkData()) {
            new CrossOrganizationReferences(survey, this::routes, this::compared, reader).ask(decisions);
        }
    }

    private boolean open(TableName table) throws SQLException {
        return decisions.containsKey(table) ? decisions.get(table).question() != null : own.doubt(table) != null;
    }

    private boolean severalOrganizations(Organizations organizations) throws SQLException {
        try {
            return reader.run(connection -> Sql.first(connection, 0, "SELECT pg_catalog.count(*)::int4 FROM (SELECT FROM "
                    + organizations.table().sql() + " LIMIT 2) o", row -> row.getInt(1))) > 1;
        } catch (ReadOnly.Refused refused) {
            return false;
        }
    }

    private Map<TableName, TableDeclaration> declared() {
        Map<TableName, TableDeclaration> declared = new LinkedHashMap<>();
        if (file != null) {
            file.tables().forEach(table -> declared.put(table.name(options.defaultSchema()), table));
        }
        return declared;
    }

    private void decide(TableName name) throws SQLException {
        Table table = survey.catalog().find(name).orElseThrow();
        List<Candidate> candidates = usable(name);
        Decision decision = inference.decide(name);
        if (options.checkData() && !survey.always(name) && !candidates.isEmpty()
                && Inference.undecided(decision.chosen(), decisions).isEmpty()) {
            CandidateCoverage found = proof.of(table, candidates);
            evidence.put(name, found);
            decision = new DataDecision(survey, inference, severalOrganizations).decide(decision, search.candidates(name), found);
        }
        selection.replace(name, decision.chosen());
        decision = own.first(table, decision);
        for (Candidate candidate : decision.chosen()) {
            if (single.contains(candidate.reference().to())) {
                decision = decision.because("Each row of " + candidate.reference().to() + " belongs to one organization today; one that"
                        + " joins another has to be asked about.");
            }
        }
        for (String slow : slow(decision.chosen())) {
            decision = decision.because(slow);
        }
        decisions.put(name, inference.withParentRemark(name, decision.asking(own.contradiction(table))
                .asking(inference.unfit(table))));
    }

    /** Searches by a key that is written in the route and with which no index begins. */
    private List<String> slow(List<Candidate> chosen) {
        return chosen.stream().flatMap(candidate -> candidate.paths().stream()).flatMap(path -> path.steps().stream())
                .filter(step -> !step.key().isEmpty()).filter(step -> survey.catalog().find(step.table())
                        .map(table -> table.indexes().stream().noneMatch(index -> index.ledBy(step.key().get(0)))).orElse(false))
                .map(step -> "No index of " + step.table() + " begins with " + step.key().get(0) + ": each row would read it whole."
                        + " Build one first.").distinct().toList();
    }

    /** Whether the rows were already compared on this reference. */
    private boolean compared(Reference key) {
        CandidateCoverage found = evidence.get(key.from());
        return found != null && !survey.has(key.from()) && found.shares().stream().map(CandidateCoverage.Share::candidate)
                .filter(Candidate::sound).map(Candidate::reference).anyMatch(reference -> reference.columns().equals(key.columns())
                        && reference.to().equals(key.to()));
    }

    /**
     * The candidates that can be used, best first. A candidate is left out if the better ones give every row an
     * organization.
     */
    private List<Candidate> usable(TableName table) {
        return search.candidates(table).stream().filter(candidate -> Inference.undecided(List.of(candidate), decisions).isEmpty()
                && !selection.leadsBack(candidate, table)).toList();
    }

    /** What is known about the tables; null before there is a plan. */
    Survey survey() {
        return survey;
    }

    /** The routes of a table, as declared or as proposed. */
    List<Route> routes(TableName table) {
        TableDeclaration declaration = survey.declared().get(table);
        if (declaration != null) {
            return declaration.routes();
        }
        return selection.chosen(table).stream().flatMap(candidate -> candidate.paths().stream())
                .map(path -> (Route) path.route(table.schema())).toList();
    }

    private List<PlannedTable> planned(Rates rates) {
        Estimator estimator = new Estimator(rates, survey.key());
        UniqueAdvisor advisor = new UniqueAdvisor(survey);
        List<PlannedTable> all = new ArrayList<>();
        for (TableName name : selection.ordered(List.copyOf(decisions.keySet()))) {
            all.add(entry(survey.catalog().find(name).orElseThrow(), decisions.get(name), advisor, estimator));
        }
        for (TableName name : survey.tables()) {
            if (!decisions.containsKey(name)) {
                all.add(other(survey.catalog().find(name).orElseThrow(), advisor));
            }
        }
        return List.copyOf(all);
    }

    private PlannedTable entry(Table table, Decision decision, UniqueAdvisor advisor, Estimator estimator) {
        boolean partial = survey.status(table.name()) == ScopingStatus.PARTIAL;
        List<UniqueAdvice> unique = advisor.of(table);
        CandidateCoverage found = evidence.get(table.name());
        boolean counted = found != null && found.failure() == null;
        long rows = counted && !partial ? found.rows() : Estimator.rows(table);
        long filled = counted && partial ? Math.max(0, rows - found.rows()) : 0;
        boolean indexed = table.indexes().stream().anyMatch(index -> index.ledBy(survey.columnOf(table.name())));
        return new PlannedTable(table, survey.status(table.name()), decision.chosen(), search.candidates(table.name()),
                decision.question(), decision.reasons(), partial ? inference.ownPath(table) : null, false, Decision.onDelete(survey.foreignKey(table)), unique, found,
                estimator.of(table, rows, filled, unique.stream().filter(UniqueAdvice::swap).toList(), indexed));
    }

    private PlannedTable other(Table table, UniqueAdvisor advisor) {
        ScopingStatus status = survey.status(table.name());
        List<Candidate> candidates = status == ScopingStatus.SHARED || status == ScopingStatus.UNSUPPORTED
                ? search.candidates(table.name()) : List.of();
        List<String> reasons = Stream.of(survey.reason(table.name()), inference.flaw(table)).filter(Objects::nonNull).toList();
        return new PlannedTable(table, status, List.of(), candidates, null, reasons, null,
                survey.declared().containsKey(table.name()), null,
                status == ScopingStatus.SCOPED || survey.declared().containsKey(table.name()) ? advisor.of(table) : List.of(), null,
                null);
    }
}
