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
 * One way, or a few that start from the same columns, in which a table's rows may find their organization.
 *
 * @param reference    the first reference that it follows
 * @param role         what that reference says of the row
 * @param strength     what the keys say of it
 * @param ways         asked in order
 * @param gap          what rows may be left without an answer
 * @param direct       whether it leads to the organizations themselves
 * @param carried      whether the table that it leads to has its organization already
 * @param depth        how many references away the organizations are
 * @param waitsFor     tables of the same plan whose organizations it reads
 * @param obstacle     why it cannot be used as it is; null when it can
 */
public record Candidate(Reference reference, Role role, Roles.Strength strength, List<JoinPath> ways, Gap gap, boolean direct, boolean carried,
                 int depth, Set<TableName> waitsFor, String obstacle) {

    /** Whether a row may come away without an organization, by all that the catalog promises. */
    public enum Gap {
        /** Every row has one: the keys on the way are NOT NULL. */
        NONE,
        /** The key is NOT NULL, but what it leads to may name no organization, or several. */
        ANSWER,
        /** The key may be NULL. */
        KEY
    }

    /**
     * What a row says itself first, then what says whose it is; non-null keys before others, declared before guessed, then the
     * evidence of the keys, short before long. The alphabet comes last.
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

    /** Whether it says by itself to which organization the row belongs. */
    public boolean sound() {
        return role.sound();
    }

    /** Whether the row names its organization in a column that says so. */
    public boolean itself() {
        return direct && role == Role.BELONGS;
    }

    /**
     * Whether all that the catalog knows speaks at least as much for this one, and something decides: the other says less of whose the
     * row is, or two of the keys' properties speak for this one alone. One property is a reason to take the one of two that agree, and
     * no proof that they do.
     */
    public boolean outdoes(Candidate other) {
        return itself() && !other.itself() || atLeast(other) && (role != other.role || strength.sum() - other.strength.sum() > 1);
    }

    /** Whether all speaks at least as much for this one, and only the other may be NULL. */
    public boolean surerThan(Candidate other) {
        return atLeast(other) && gap != Gap.KEY && other.gap == Gap.KEY;
    }

    private boolean atLeast(Candidate other) {
        return gap.compareTo(other.gap) <= 0 && role.compareTo(other.role) <= 0
                && (reference.declared() || !other.reference.declared()) && strength.atLeast(other.strength);
    }

    /**
     * What it states of a row. Of a person who may belong to several organizations only the memberships are a statement: the one
     * that was chosen as default says nothing of a row.
     */
    public List<JoinPath> statements() {
        List<JoinPath> memberships = ways.stream().filter(way -> !way.last().equals(reference.to())).toList();
        return role.compareTo(Role.SHARED) < 0 || memberships.isEmpty() ? ways : memberships;
    }

    public List<String> columns() {
        return reference.columns();
    }

    /** The columns, as they are named in messages. */
    public String named() {
        return String.join(", ", columns());
    }

    /** The reasons for its place among the others. */
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
