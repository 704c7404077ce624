package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.Roles;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The column with the name of an organization column. Mostly it says to whom a row belongs. But in a table of shares it
 * may name the organization that may use the shared row. And a row that was handed over may belong to the organization
 * that another column names.
 */
final class OwnColumn {

    private final Survey survey;
    private final boolean checked;

    /** @param checked whether the rows are read too */
    OwnColumn(Survey survey, boolean checked) {
        this.survey = survey;
        this.checked = checked;
    }

    /** The path from a row to the organization in its own column. */
    JoinPath path(Table table) {
        Organizations organizations = survey.organizations();
        String column = survey.columnOf(table.name());
        return new JoinPath(List.of(column), List.of(new JoinPath.Step(organizations.table(),
                organizations.writtenKey(survey.catalog(), table, column), List.of(organizations.key()))), null);
    }

    /**
     * The column as one more candidate, to be compared with the others. Empty if the table has none, or the user has
     * decided.
     */
    Optional<Candidate> candidate(Table table) {
        if (!survey.has(table.name()) || survey.declared().containsKey(table.name())) {
            return Optional.empty();
        }
        boolean notNull = table.column(survey.columnOf(table.name())).map(Column::notNull).orElse(false);
        Reference reference = new Reference(table.name(), List.of(survey.columnOf(table.name())), survey.organizations().table(),
                List.of(survey.organizations().key()), Reference.Origin.CONVENTION, notNull, true, ' ', null);
        return Optional.of(new Candidate(reference, Role.BELONGS, new Roles.Strength(1, false, false), List.of(path(table)),
                notNull ? Candidate.Gap.ANSWER : Candidate.Gap.KEY, true, true, 1, Set.of(), null));
    }

    /**
     * The candidates that may contradict it: all that lead to one organization. Left out are those for who did
     * something, keys that include the column, and references that are involved in some rows only, such as a picture.
     */
    List<Candidate> beside(List<Candidate> candidates) {
        return perhapsBeside(candidates).stream().filter(candidate -> candidate.role() != Role.ACTOR)
                .filter(candidate -> candidate.direct() || candidate.sound() || candidate.gap() != Candidate.Gap.KEY || mayBeNull(candidate.reference().from())).toList();
    }

    private boolean mayBeNull(TableName table) {
        return survey.status(table) == ScopingStatus.PARTIAL && !survey.always(table);
    }

    /** The same with all these. Only the rows can show that they contradict it. */
    List<Candidate> perhapsBeside(List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> !survey.silent(candidate.reference().to()) && !holds(candidate.reference())).toList();
    }

    /** Whether it leads to a row with the same organization, as the key shows. */
    private boolean holds(Reference reference) {
        int at = reference.columns().indexOf(survey.columnOf(reference.from()));
        return at >= 0 && reference.key().get(at).equals(survey.columnOf(reference.to()));
    }

    /** The tables that have the column and need no entry, and whose column the candidates read. */
    List<TableName> readBy(List<Candidate> chosen) {
        return chosen.stream().flatMap(candidate -> candidate.paths().stream())
                .filter(path -> survey.status(path.last()) == ScopingStatus.SCOPED && path.steps().get(path.steps().size() - 1).reads()
                        .equals(List.of(survey.columnOf(path.last())))).map(JoinPath::last).distinct().toList();
    }

    /** The question for tables that read it, made from the question about the column. */
    static String inDoubt(String question) {
        return "it reads a column that may not say whose the row is: " + question;
    }

    /**
     * Whether the table only joins people to organizations and does not have the name of a membership, such as a table
     * of what a person follows or has marked. Such a row may belong only to the person.
     */
    boolean onlyJoins(Table table) {
        List<Reference> others = survey.graph().from(table.name()).stream().filter(reference -> reference.origin() != Reference.Origin.MEMBERSHIP
                && !reference.columns().equals(List.of(survey.columnOf(table.name())))).toList();
        Set<String> keys = new HashSet<>(Set.of(survey.columnOf(table.name())));
        others.forEach(reference -> keys.addAll(reference.columns()));
        table.primaryKey().ifPresent(key -> keys.addAll(key.columns()));
        return candidate(table).isPresent() && !others.isEmpty() && others.stream().allMatch(reference -> reference.notNull()
                        && survey.roles().people(reference.to()) && survey.roles().byName(reference) == Role.BELONGS)
                && table.columns().stream().allMatch(column -> keys.contains(column.name()) || Conventions.incidental(column.name()))
                && !Conventions.looksLikeMembership(table.name().name()) && !calledAfterOrganizations(table);
    }

    private boolean calledAfterOrganizations(Table table) {
        String name = "_" + Conventions.snake(table.name().name()) + "_";
        return Conventions.forms(survey.organizations().table().name()).stream().anyMatch(form -> name.contains("_" + form + "_"));
    }

    /** What the catalog leaves open; null if nothing may contradict the column. */
    String question(Table table, List<Candidate> candidates) {
        if (onlyJoins(table)) {
            return table.name() + " only joins a person to an organization, and is not called a membership. Does the row belong to the organization of "
                    + survey.columnOf(table.name()) + ", or to the person alone?";
        }
        List<Candidate> beside = beside(candidates);
        return candidate(table).isEmpty() || beside.isEmpty() ? null : survey.columnOf(table.name()) + " of " + table.name() + " may name another organization than"
                + " the one whose the row is, as " + beside.get(0).named() + " leads to one too"
                + (checked ? "" : "; --check-data=true compares them on the rows") + ". Which one counts?";
    }

    /** What is open after the rows were read. */
    String question(Table table, List<Candidate> candidates, CandidateCoverage evidence) {
        Optional<CandidateCoverage.Comparison> conflict = evidence.conflicts().stream().filter(comparison -> comparison.one().itself())
                .filter(comparison -> comparison.other().role() != Role.ACTOR || 2 * comparison.rows() > comparison.of()).findFirst();
        if (conflict.isPresent()) {
            return DataDecision.disagreement(conflict.get());
        }
        boolean asked = evidence.failure() == null && beside(candidates).stream()
                .allMatch(candidate -> evidence.shares().stream().anyMatch(share -> share.candidate() == candidate));
        return beside(candidates).isEmpty() || asked && (evidence.rows() == 0 || evidence.organizations() > 1) ? null : question(table, candidates);
    }
}
