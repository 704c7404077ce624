package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.Roles;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The column that is called like the organizations' own. With its foreign key it says whose a row is, whatever stands beside it.
 * Without one only its name says so: in a table of shares it may name the one that may use the thing, and not the one whose it is.
 */
public final class OwnColumn {

    private final Survey survey;
    private final boolean checked;

    /** @param checked whether the rows are asked too */
    OwnColumn(Survey survey, boolean checked) {
        this.survey = survey;
        this.checked = checked;
    }

    /** The way from a row to the organization that it names itself. */
    public JoinPath path(Table table) {
        Organizations organizations = survey.organizations();
        boolean primary = survey.catalog().find(organizations.table()).flatMap(Table::primaryKey)
                .map(key -> key.columns().equals(List.of(organizations.key()))).orElse(false);
        return new JoinPath(List.of(survey.columnOf(table.name())), List.of(new JoinPath.Step(organizations.table(),
                primary || survey.foreignKey(table) != null ? List.of() : List.of(organizations.key()),
                List.of(organizations.key()))), null);
    }

    /** The column as one more candidate, to be compared with the others; empty where the table has none or a foreign key stands for it. */
    public Optional<Candidate> candidate(Table table) {
        boolean held = table.foreignKeys().stream().anyMatch(key -> key.columns().contains(survey.columnOf(table.name())));
        if (!survey.has(table.name()) || held) {
            return Optional.empty();
        }
        boolean notNull = survey.always(table.name());
        Reference reference = new Reference(table.name(), List.of(survey.columnOf(table.name())), survey.organizations().table(),
                List.of(survey.organizations().key()), Reference.Origin.CONVENTION, notNull, true, ' ', null);
        return Optional.of(new Candidate(reference, Role.BELONGS, new Roles.Strength(1, false, false), List.of(path(table)),
                notNull ? Candidate.Gap.ANSWER : Candidate.Gap.KEY, true, true, 1, Set.of(), null));
    }

    /** Those that may contradict it: all that lead to one organization, but for who did something. */
    public List<Candidate> beside(List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> candidate.role() != Role.ACTOR && !survey.sharing(candidate.reference().to())).toList();
    }

    /** What the catalog leaves open; null where nothing may contradict the column. */
    public String question(Table table, List<Candidate> candidates) {
        List<Candidate> beside = beside(candidates);
        return candidate(table).isEmpty() || beside.isEmpty() ? null : survey.columnOf(table.name()) + " is there already, but no foreign key says"
                + " that it is the row's own organization, and " + beside.get(0).named() + " may lead to another one"
                + (checked ? "" : "; --check-data=true compares them on the rows") + ". Which one counts?";
    }

    /** What is open after the rows were asked. */
    public String question(Table table, List<Candidate> candidates, CandidateCoverage evidence) {
        Optional<CandidateCoverage.Comparison> conflict = evidence.conflicts().stream().filter(comparison -> comparison.one().itself()).findFirst();
        if (conflict.isPresent()) {
            return DataDecision.disagreement(conflict.get());
        }
        boolean asked = evidence.failure() == null && beside(candidates).stream()
                .allMatch(candidate -> evidence.shares().stream().anyMatch(share -> share.candidate() == candidate));
        return asked && (evidence.rows() == 0 || evidence.organizations() > 1) ? null : question(table, candidates);
    }
}
