package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.plan.survey.Unexplained;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalog shows for every table, for the plan and for the scan: its status, its candidates, which ones it
 * takes, and what is open. If the rows are read, they only refine it.
 */
public final class Inference {

    private final Survey survey;
    private final PolymorphicPairs pairs;
    private final CandidateSearch search;
    private final RouteSelection selection;
    private final CatalogDecision catalog;
    private final OwnColumn own;
    private final Handovers handovers;

    /** @param checked whether the rows are read too */
    public Inference(Survey survey, PolymorphicPairs pairs, boolean checked) {
        this.survey = survey;
        this.pairs = pairs;
        CandidateSearch first = new CandidateSearch(survey, pairs);
        this.search = personal(first) ? new CandidateSearch(survey, pairs) : first;
        Unexplained unexplained = new Unexplained(survey, pairs);
        unexplained.mark(search::reaches);
        this.selection = new RouteSelection(survey, search);
        this.catalog = new CatalogDecision(survey, search, pairs, unexplained, checked);
        this.own = new OwnColumn(survey, checked);
        this.handovers = new Handovers(survey);
    }

    /** Removes tables about a single person from those to be scoped. Returns whether there was any. */
    private boolean personal(CandidateSearch first) {
        List<TableName> found = first.reached().stream()
                .filter(table -> survey.status(table) == ScopingStatus.OPEN && !survey.declared().containsKey(table) && personal(first, table)).toList();
        found.forEach(table -> survey.personal(table, "Its rows belong to a row of " + first.candidates(table).get(0).reference().to()
                + " alone, as by " + first.candidates(table).get(0).named() + "."));
        return !found.isEmpty();
    }

    private boolean personal(CandidateSearch first, TableName table) {
        List<Candidate> candidates = first.candidates(table);
        return !candidates.isEmpty() && pairs.unsolved(table).isEmpty()
                && candidates.stream().allMatch(candidate -> survey.sharing(candidate.reference().to())
                        && candidate.reference().origin() != Reference.Origin.MEMBERSHIP)
                && (Conventions.personal(table.name()) || candidates.stream().allMatch(candidate -> candidate.strength().named()
                        && survey.roles().byName(candidate.reference()) == Role.BELONGS));
    }

    /** The search for the candidates, with what it has found so far. */
    public CandidateSearch search() {
        return search;
    }

    /** The routes that were chosen so far. A decision by the rows may change them. */
    public RouteSelection selection() {
        return selection;
    }

    /** The tables that become entries, each after those for which it may wait. */
    public List<TableName> ordered() {
        return selection.ordered(search.reached().stream()
                .filter(table -> survey.status(table) == ScopingStatus.OPEN || survey.status(table) == ScopingStatus.PARTIAL)
                .filter(table -> !survey.declared().containsKey(table)).toList());
    }

    /** What is known about columns that exist already and are not complete. */
    OwnColumn own() {
        return own;
    }

    /** The path from a row to the organization in its own column. */
    public JoinPath ownPath(Table table) {
        return own.path(table);
    }

    /** What has to be done about a column that exists already before a step adopts it; null if nothing. */
    public String unfit(Table table) {
        return UnfitColumn.question(survey, table);
    }

    /** What is wrong with the organization column of a table that counts as scoped; null if nothing. Nobody asks for an entry of it. */
    public String flaw(Table table) {
        return table.column(survey.columnOf(table.name())).filter(own -> survey.status(table.name()) == ScopingStatus.SCOPED)
                .filter(own -> StrayDefault.in(table.name(), own, survey.declared().get(table.name()), survey.organizations()))
                .map(own -> "Its " + own.name() + " " + StrayDefault.says(own) + " " + StrayDefault.advice(own) + ": "
                        + StrayDefault.drop(table.name(), own) + ".").orElse(null);
    }

    /** The catalog's decision for one table, whatever its own column says. */
    public Decision decide(TableName table) {
        return catalog.decide(table, selection.chosen(table));
    }

    /** Which of two candidates of a table counts, as a question; empty if the keys settle it or make one likely. */
    Optional<String> unsettled(Candidate first, Candidate other) {
        return catalog.unsettled(first.reference().from(), first, other);
    }

    /**
     * The decision with a remark on rows that may find their organization by another row of their own table, which is no
     * candidate.
     */
    public Decision withParentRemark(TableName table, Decision decision) {
        boolean everyRow = survey.always(table) || decision.chosen().stream().anyMatch(candidate -> candidate.gap() != Candidate.Gap.KEY);
        return everyRow ? decision : survey.graph().from(table).stream().filter(reference -> reference.to().equals(table) && reference.declared()
                && reference.columns().size() == 1).findFirst().map(reference -> decision.because(reference.columns().get(0) + " leads to another row of "
                        + table + ": as the last route, " + reference.columns().get(0) + " -> " + table.name() + "." + survey.columnOf(table)
                        + " gives the organization of that row to those that have no other way.")).orElse(decision);
    }

    /** The catalog's decision for every table. */
    public Map<TableName, Decision> decideAll() {
        Map<TableName, Decision> decisions = new LinkedHashMap<>();
        ordered().stream().map(name -> survey.catalog().find(name).orElseThrow()).forEach(table -> decisions.put(table.name(), decide(table.name())
                .asking(own.question(table, search.candidates(table.name()))).asking(unfit(table))));
        decisions.replaceAll((name, decision) -> own.readBy(decision.chosen()).stream()
                .map(scoped -> own.question(survey.catalog().find(scoped).orElseThrow(), search.candidates(scoped)))
                .filter(Objects::nonNull).findFirst().map(question -> decision.asking(OwnColumn.inDoubt(question))).orElse(decision));
        decisions.replaceAll((name, decision) -> decision.asking(handedOver(name, decision).entrySet().stream()
                .filter(question -> open(question.getKey(), decisions)).map(Map.Entry::getValue).findFirst().orElse(null)));
        passOn(decisions);
        return decisions;
    }

    private boolean open(TableName table, Map<TableName, Decision> decisions) {
        Decision decision = decisions.get(table);
        return decision != null ? decision.question() != null
                : own.question(survey.catalog().find(table).orElseThrow(), search.candidates(table)) != null;
    }

    /** What is open if something is open of a table that says whose a row was that this one follows: the question, by that table. */
    public Map<TableName, String> handedOver(TableName table, Decision decision) {
        Map<TableName, String> questions = new LinkedHashMap<>();
        if (decision.question() == null) {
            decision.chosen().forEach(candidate -> handovers.of(candidate.reference().to()).stream().filter(by -> !by.equals(table))
                    .forEach(by -> questions.putIfAbsent(by, Handovers.question(candidate, by))));
        }
        return questions;
    }

    /** A table that waits for a table with an open question has one too. */
    public void passOn(Map<TableName, Decision> decisions) {
        for (TableName table : selection.ordered(List.copyOf(decisions.keySet()))) {
            decisions.computeIfPresent(table, (name, decision) ->
                    decision.asking(DataDecision.waiting(undecided(decision.chosen(), decisions))));
        }
    }

    /** Tables with an open question whose organization the candidates read. */
    public static Set<String> undecided(List<Candidate> candidates, Map<TableName, Decision> decisions) {
        Set<String> undecided = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            for (TableName earlier : candidate.waitsFor()) {
                Decision decision = decisions.get(earlier);
                if (decision != null && decision.question() != null) {
                    undecided.add(earlier.toString());
                }
            }
        }
        return undecided;
    }
}
