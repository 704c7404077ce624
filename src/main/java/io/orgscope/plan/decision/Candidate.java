package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.Roles;
import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One or more paths that start from the same columns and by which the rows of a table may find their organization.
 *
 * @param reference the first reference that it follows
 * @param role      the role of that reference for the row
 * @param strength  the evidence of the keys for it
 * @param paths     in their order
 * @param gap       which rows may get no organization
 * @param direct    whether it leads to the organizations themselves
 * @param carried   whether the table that it leads to has its organization already
 * @param depth     the number of references to the organizations
 * @param waitsFor  tables of the same plan whose organizations it reads
 * @param obstacle  why it cannot be used as it is; null if it can
 */
public record Candidate(Reference reference, Role role, Roles.Strength strength, List<JoinPath> paths, Gap gap, boolean direct, boolean carried,
                 int depth, Set<TableName> waitsFor, String obstacle) {

    /** Whether a row may get no organization, judged by the catalog. */
    public enum Gap {
        /** Every row gets one: the keys on the path are NOT NULL. */
        NONE,
        /** The key is NOT NULL, but the referenced row may name no organization, or several. */
        ANSWER,
        /** The key may be NULL. */
        KEY
    }

    /**
     * First comes the row's own column, then references that say to whom the row belongs. Then NOT NULL keys come
     * before others, declared ones before guessed ones, then the evidence of the keys, and short paths before long ones.
     * The alphabet is last.
     */
    public static final Comparator<Candidate> RANK = Comparator.comparing((Candidate candidate) -> !candidate.itself())
            .thenComparing(candidate -> candidate.sound() ? Role.BELONGS : candidate.role)
            .thenComparing(Candidate::gap)
            .thenComparing(candidate -> !candidate.reference.declared())
            .thenComparing(candidate -> candidate.reference.origin() == Reference.Origin.VALUES)
            .thenComparing(Candidate::role)
            .thenComparing(candidate -> -candidate.strength.sum())
            .thenComparing(Candidate::depth)
            .thenComparing(candidate -> !candidate.carried)
            .thenComparing(candidate -> candidate.reference.to().toString())
            .thenComparing(candidate -> String.join(",", candidate.reference.columns()));

    /** Whether it says alone to which organization the row belongs. */
    public boolean sound() {
        return role.sound();
    }

    /** Whether the row names its organization in its own column. */
    public boolean itself() {
        return direct && role == Role.BELONGS;
    }

    /**
     * Whether the catalog has at least as much evidence for this one, and something decides: the other is a weaker
     * statement of to whom the row belongs, or two properties of the keys are only for this one. One property is a
     * reason to choose between two that agree. It does not prove that they agree.
     */
    boolean outdoes(Candidate other) {
        return itself() && !other.itself() || atLeast(other) && (role != other.role || strength.sum() - other.strength.sum() > 1);
    }

    /** Whether there is at least as much evidence for this one, and only the other may be NULL. */
    boolean surerThan(Candidate other) {
        return atLeast(other) && gap != Gap.KEY && other.gap == Gap.KEY;
    }

    private boolean atLeast(Candidate other) {
        return gap.compareTo(other.gap) <= 0 && role.compareTo(other.role) <= 0
                && (reference.declared() || !other.reference.declared()) && strength.atLeast(other.strength);
    }

    /**
     * The paths that are a statement about a row. For a person who may belong to several organizations, only the
     * memberships are one. The default organization of the person says nothing about a row.
     */
    public List<JoinPath> statements() {
        List<JoinPath> memberships = paths.stream().filter(path -> !path.last().equals(reference.to())).toList();
        return role.compareTo(Role.SHARED) < 0 || memberships.isEmpty() ? paths : memberships;
    }

    /** The table's own columns, from which the candidate starts. */
    public List<String> columns() {
        return reference.columns();
    }

    /** The columns, as messages name them. */
    public String named() {
        return String.join(", ", columns());
    }

    /** The reasons for its rank among the others. */
    public String why() {
        String kind = switch (reference.origin()) {
            case FOREIGN_KEY -> role == Role.BELONGS ? "" : "; it " + role.meaning();
            case CONVENTION -> "; no foreign key, only the name says so" + (role == Role.BELONGS ? "" : "; it " + role.meaning());
            case VALUES -> "; no foreign key, only the values of its rows say so";
            case PAIR -> "; a pair of type and key, without a foreign key" + (role == Role.BELONGS ? "" : "; it " + role.meaning());
            case MEMBERSHIP -> "; a row may belong to several organizations";
        };
        String subject = gap == Gap.KEY ? named() + " may be NULL" : named() + " is NOT NULL";
        String rest = gap == Gap.ANSWER ? ", but what it leads to may name no organization, or several" : "";
        return subject + rest + kind;
    }
}
