package io.orgscope.plan.decision;

import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.spec.TableDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes for each table the best candidate that forms no circle with those of the other tables.
 *
 * <p>First each table takes one that leads towards the organizations. These cannot form a circle. Then each table takes
 * a better one if that forms no circle. So every table has one.
 */
public final class RouteSelection {

    /** A table gets no more routes than that, even if there are more candidates. */
    public static final int MOST_ROUTES = 4;

    private final Survey survey;
    private final CandidateSearch search;
    private final Map<TableName, List<Candidate>> chosen = new HashMap<>();
    private final Map<TableName, Set<TableName>> waits = new HashMap<>();
    private long walked;

    public RouteSelection(Survey survey, CandidateSearch search) {
        this.survey = survey;
        this.search = search;
        survey.declared().forEach((table, declaration) -> waits.put(table, readBy(table, declaration)));
        List<TableName> open = search.reached().stream()
                .filter(table -> survey.status(table) == ScopingStatus.OPEN || survey.status(table) == ScopingStatus.PARTIAL)
                .filter(table -> !survey.declared().containsKey(table) && !survey.always(table)).toList();
        start(open);
        open.forEach(this::improve);
        open.forEach(this::addFallbacks);
    }

    private Set<TableName> readBy(TableName table, TableDeclaration declaration) {
        Set<TableName> reads = new LinkedHashSet<>();
        for (Route route : declaration.routes()) {
            if (route instanceof Route.Path path) {
                for (RoutePath.Hop hop : path.path().hops()) {
                    TableName target = new TableName(hop.schema() == null ? table.schema() : hop.schema(), hop.table());
                    if (survey.planned(target) && hop.reads().contains(survey.columnOf(target))) {
                        reads.add(target);
                    }
                }
            }
        }
        return reads;
    }

    private void start(List<TableName> open) {
        Set<TableName> settled = new HashSet<>(survey.declared().keySet());
        for (TableName table : open) {
            search.candidates(table).stream().filter(candidate -> settled.containsAll(candidate.waitsFor())).findFirst()
                    .ifPresent(candidate -> take(table, List.of(candidate)));
            settled.add(table);
        }
    }

    private void improve(TableName table) {
        for (Candidate candidate : search.candidates(table)) {
            if (chosen(table).contains(candidate)) {
                return;
            }
            if (!leadsBack(candidate, table)) {
                take(table, List.of(candidate));
                return;
            }
        }
    }

    /** If the key may be NULL, the other candidates that say to whom a row belongs are added for rows without a value. */
    private void addFallbacks(TableName table) {
        List<Candidate> all = new ArrayList<>(chosen(table));
        if (all.isEmpty() || all.get(0).gap() != Candidate.Gap.KEY) {
            return;
        }
        for (Candidate candidate : search.candidates(table)) {
            if (!all.contains(candidate) && candidate.role().compareTo(Role.SHARED) <= 0 && candidate.role() != Role.MENTION
                    && all.size() < MOST_ROUTES && !leadsBack(candidate, table)) {
                all.add(candidate);
            }
        }
        take(table, all);
    }

    private void take(TableName table, List<Candidate> candidates) {
        chosen.put(table, List.copyOf(candidates));
        Set<TableName> all = new LinkedHashSet<>();
        candidates.forEach(candidate -> all.addAll(candidate.waitsFor()));
        waits.put(table, all);
    }

    /** Whether what the candidate waits for waits, in the end, for the table itself. */
    public boolean leadsBack(Candidate candidate, TableName table) {
        Deque<TableName> next = new ArrayDeque<>(candidate.waitsFor());
        Set<TableName> seen = new HashSet<>();
        while (!next.isEmpty()) {
            TableName current = next.remove();
            walked++;
            if (current.equals(table)) {
                return true;
            }
            if (seen.add(current)) {
                next.addAll(waits.getOrDefault(current, Set.of()));
            }
        }
        return false;
    }

    /** The candidates that the table takes, in order; empty if each of them forms a circle. */
    public List<Candidate> chosen(TableName table) {
        return chosen.getOrDefault(table, List.of());
    }

    /** The number of steps of the search for circles. */
    public long walked() {
        return walked;
    }

    /** Takes other candidates, because of the data. */
    public void replace(TableName table, List<Candidate> candidates) {
        take(table, candidates);
    }

    /**
     * Each table after those for which it waits and, if possible, after those for which it might wait; otherwise in the
     * given order.
     */
    public List<TableName> ordered(List<TableName> tables) {
        Set<TableName> among = new HashSet<>(tables);
        Set<TableName> near = new LinkedHashSet<>();
        tables.forEach(table -> visit(table, among, near, new HashSet<>(), this::mightWaitFor));
        Set<TableName> done = new LinkedHashSet<>();
        near.forEach(table -> visit(table, among, done, new HashSet<>(), this::waitsFor));
        return List.copyOf(done);
    }

    private Set<TableName> mightWaitFor(TableName table) {
        Set<TableName> all = new LinkedHashSet<>(waitsFor(table));
        search.candidates(table).forEach(candidate -> all.addAll(candidate.waitsFor()));
        return all;
    }

    private void visit(TableName table, Set<TableName> among, Set<TableName> done, Set<TableName> way,
                       Function<TableName, Set<TableName>> earlier) {
        if (among.contains(table) && !done.contains(table) && way.add(table)) {
            earlier.apply(table).forEach(other -> visit(other, among, done, way, earlier));
            done.add(table);
        }
    }

    /** The tables whose organization column the chosen routes of the table read. They have to be filled first. */
    public Set<TableName> waitsFor(TableName table) {
        return waits.getOrDefault(table, Set.of());
    }
}
