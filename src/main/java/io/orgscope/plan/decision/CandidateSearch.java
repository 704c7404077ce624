package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the candidates of each table, cheapest first, with one search that goes back from the organizations.
 *
 * <p>A table that will have an organization column is the end of every path that reaches it, because its column is read.
 * So a candidate is a reference of the table and the best continuation. There are no more candidates than references,
 * while the number of all paths would be exponential. The search passes only through tables that never get the column,
 * such as people who belong to several organizations, and only for a limited number of steps.
 */
public final class CandidateSearch {

    private static final int MOST_STEPS = 4;
    private static final int MOST_PATHS_THROUGH = 4;

    private final Survey survey;
    private final Obstacles obstacles;
    private final Map<TableName, Integer> depths = new LinkedHashMap<>();
    private final Map<TableName, List<Candidate>> found = new HashMap<>();
    private final Set<TableName> visiting = new HashSet<>();
    private long explored;

    public CandidateSearch(Survey survey, PolymorphicPairs pairs) {
        this.survey = survey;
        this.obstacles = new Obstacles(survey, pairs, this::reaches);
        measure();
    }

    private record Reached(int cost, int depth, TableName table) {
    }

    /** Dijkstra's algorithm. It starts from the organizations and from tables that have the column or are decided. */
    private void measure() {
        Map<TableName, List<Reference>> incoming = survey.graph().incoming();
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingInt(Reached::cost)
                .thenComparing(Reached::table));
        for (TableName table : survey.tables()) {
            if (survey.status(table) == ScopingStatus.ORGANIZATIONS || survey.has(table) || survey.declared().containsKey(table)) {
                queue.add(new Reached(0, survey.status(table) == ScopingStatus.ORGANIZATIONS ? 0 : 1, table));
            }
        }
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            if (depths.putIfAbsent(reached.table, reached.depth) != null) {
                continue;
            }
            for (Reference reference : incoming.getOrDefault(reached.table, List.of())) {
                explored++;
                if (!depths.containsKey(reference.from())) {
                    queue.add(new Reached(reached.cost + weight(reference), reached.depth + 1, reference.from()));
                }
            }
        }
    }

    private int weight(Reference reference) {
        return 1 + (reference.notNull() ? 0 : 16) + (reference.declared() ? 0 : 8)
                + (survey.roles().of(reference).sound() ? 0 : 64);
    }

    /** Whether any path leads from the table to an organization. */
    public boolean reaches(TableName table) {
        return depths.containsKey(table);
    }

    /** The tables that reach an organization, the nearest first. */
    public List<TableName> reached() {
        return List.copyOf(depths.keySet());
    }

    /** The number of references and paths that were followed. */
    public long explored() {
        return explored;
    }

    /** The table's candidates, best first. */
    public List<Candidate> candidates(TableName table) {
        List<Candidate> known = found.get(table);
        if (known != null) {
            return known;
        }
        if (!visiting.add(table)) {
            return List.of();
        }
        Map<Object, List<Reference>> groups = new LinkedHashMap<>();
        for (Reference reference : survey.graph().from(table)) {
            Object group = reference.origin() == Reference.Origin.PAIR ? reference.columns() : reference;
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(reference);
        }
        List<Candidate> candidates = new ArrayList<>();
        groups.values().forEach(group -> candidate(table, group).ifPresent(candidates::add));
        candidates.sort(Candidate.RANK);
        visiting.remove(table);
        found.put(table, List.copyOf(candidates));
        return found.get(table);
    }

    private Optional<Candidate> candidate(TableName table, List<Reference> references) {
        List<JoinPath> paths = new ArrayList<>();
        Candidate.Gap gap = null;
        Role role = Role.BELONGS;
        int depth = 0;
        boolean carried = true;
        List<String> astray = new ArrayList<>();
        for (Reference reference : references) {
            explored++;
            if (reference.to().equals(table) || isOwnColumn(reference)) {
                return Optional.empty();
            }
            Optional<Continuation> next = continuation(reference);
            if (next.isEmpty()) {
                if (reference.origin() != Reference.Origin.PAIR) {
                    return Optional.empty();
                }
                astray.add(reference.to().toString());
                continue;
            }
            Continuation continuation = next.get();
            paths.addAll(continuation.paths);
            role = Role.weaker(role, survey.roles().of(reference));
            gap = gap == null || continuation.gap.compareTo(gap) > 0 ? continuation.gap : gap;
            depth = Math.max(depth, continuation.depth);
            carried &= survey.status(reference.to()) == ScopingStatus.SCOPED || survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS;
        }
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        Set<TableName> waitsFor = new LinkedHashSet<>();
        paths.stream().map(JoinPath::last).filter(survey::planned).forEach(waitsFor::add);
        Reference first = references.get(0);
        return Optional.of(new Candidate(first, role, survey.roles().strength(first), List.copyOf(paths), gap,
                references.stream().allMatch(reference -> survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS), carried, depth, waitsFor,
                obstacles.of(table, references, paths, astray)));
    }

    /** A table's own organization column is not a path to it, if it holds the organization. */
    private boolean isOwnColumn(Reference reference) {
        return survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS && survey.has(reference.from())
                && reference.columns().equals(List.of(survey.columnOf(reference.from())));
    }

    private record Continuation(List<JoinPath> paths, Candidate.Gap gap, int depth) {
    }

    private Optional<Continuation> continuation(Reference reference) {
        TableName to = reference.to();
        Integer depth = depths.get(to);
        if (depth == null) {
            return Optional.empty();
        }
        Candidate.Gap own = reference.notNull() ? Candidate.Gap.NONE : Candidate.Gap.KEY;
        Candidate.Gap loose = own == Candidate.Gap.NONE && (!reference.declared() || !reference.unique() || mayNameNone(to))
                ? Candidate.Gap.ANSWER : own;
        if (survey.status(to) == ScopingStatus.ORGANIZATIONS) {
            return Optional.of(new Continuation(List.of(path(reference, survey.organizations().key())), loose, 1));
        }
        if (survey.several(to)) {
            return throughSeveral(reference, own, depth + 1);
        }
        if (survey.carries(to)) {
            return Optional.of(new Continuation(List.of(path(reference, survey.columnOf(to))), loose, depth + 1));
        }
        return through(reference, own, depth + 1);
    }

    /** Whether the table has the column but some rows may have none, such as templates for everybody. */
    private boolean mayNameNone(TableName table) {
        return (survey.status(table) == ScopingStatus.UNSUPPORTED || survey.status(table) == ScopingStatus.PARTIAL) && survey.has(table)
                && !survey.catalog().find(table).flatMap(found -> found.column(survey.columnOf(table))).map(Column::notNull).orElse(false);
    }

    /**
     * Passes a row that may belong to several organizations: by its own references to organizations, and by its
     * memberships. Its other references, such as its picture or its plan, say nothing about rows that reference it.
     */
    private Optional<Continuation> throughSeveral(Reference reference, Candidate.Gap own, int depth) {
        TableName to = reference.to();
        List<JoinPath> paths = new ArrayList<>();
        if (survey.has(to) || survey.carries(to)) {
            paths.add(path(reference, survey.columnOf(to)));
        }
        boolean joined = candidates(to).stream().anyMatch(CandidateSearch::ofTheRowItself);
        paths.addAll(onwards(reference, joined ? CandidateSearch::ofTheRowItself : candidate -> candidate.role() != Role.MENTION));
        return paths.isEmpty() ? Optional.empty() : Optional.of(new Continuation(paths, own == Candidate.Gap.NONE ? Candidate.Gap.ANSWER : own, depth));
    }

    /** Whether it starts from an attribute or a membership of the row, and not from another row that it references. */
    private static boolean ofTheRowItself(Candidate candidate) {
        return candidate.direct() || candidate.reference().origin() == Reference.Origin.MEMBERSHIP;
    }

    /** Passes a table that never gets the column, by the references that say to whom its rows belong. */
    private Optional<Continuation> through(Reference reference, Candidate.Gap own, int depth) {
        List<JoinPath> paths = onwards(reference, survey.status(reference.to()) == ScopingStatus.SHARED ? CandidateSearch::ofTheRowItself : Candidate::sound);
        boolean sure = candidates(reference.to()).stream().anyMatch(candidate -> candidate.gap() == Candidate.Gap.NONE);
        return paths.isEmpty() ? Optional.empty() : Optional.of(new Continuation(paths,
                own == Candidate.Gap.NONE && !(sure && reference.declared()) ? Candidate.Gap.ANSWER : own, depth));
    }

    /** The paths of the other table, each one step longer. A single organization comes before an agreed one. */
    private List<JoinPath> onwards(Reference reference, Predicate<Candidate> wanted) {
        List<Candidate> further = new ArrayList<>(candidates(reference.to()));
        further.removeIf(candidate -> candidate.reference().origin() == Reference.Origin.PAIR || !wanted.test(candidate));
        further.sort(Comparator.comparing(candidate -> !candidate.reference().unique()));
        List<JoinPath> paths = new ArrayList<>();
        for (Candidate candidate : further) {
            for (JoinPath path : candidate.paths()) {
                explored++;
                if (path.steps().size() < MOST_STEPS && paths.size() < MOST_PATHS_THROUGH && !path.last().equals(reference.from())) {
                    paths.add(longer(reference, path, candidate));
                }
            }
        }
        return paths;
    }

    private JoinPath path(Reference reference, String answer) {
        return new JoinPath(reference.columns(), List.of(new JoinPath.Step(reference.to(), keyAsWritten(reference), List.of(answer))),
                reference.when());
    }

    /**
     * A column that references the key of the organizations has the organization already. And if the rest starts from the
     * same key that the reference equals, the table itself can be left out.
     */
    private JoinPath longer(Reference reference, JoinPath rest, Candidate next) {
        if (survey.holdsOrganization(next.reference()) && next.reference().declared()) {
            return new JoinPath(reference.columns(), List.of(new JoinPath.Step(reference.to(), keyAsWritten(reference), rest.from())),
                    reference.when());
        }
        if (rest.from().equals(reference.key())) {
            JoinPath.Step first = rest.steps().get(0);
            JoinPath tail = new JoinPath(rest.from(), rest.steps().subList(1, rest.steps().size()), null);
            return tail.after(reference.columns(), new JoinPath.Step(first.table(), next.reference().key(), first.reads()), reference.when());
        }
        return rest.after(reference.columns(), new JoinPath.Step(reference.to(), keyAsWritten(reference), rest.from()),
                reference.when());
    }

    /** The key has to be written only if neither a foreign key nor the primary key gives it. */
    private List<String> keyAsWritten(Reference reference) {
        boolean implied = reference.origin() == Reference.Origin.FOREIGN_KEY
                || reference.origin() != Reference.Origin.MEMBERSHIP && survey.catalog().find(reference.to())
                        .flatMap(Table::primaryKey).map(key -> key.columns().equals(reference.key())).orElse(false);
        return implied ? List.of() : reference.key();
    }
}
