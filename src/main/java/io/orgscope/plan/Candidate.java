package io.orgscope.plan;

import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One way, or a few that start from the same columns, in which a table's rows may find their organization.
 *
 * @param reference    the first reference that it follows
 * @param ways         asked in order
 * @param gap          what rows may be left without an answer
 * @param carried      whether the table that it leads to has its organization already
 * @param depth        how many references away the organizations are
 * @param waitsFor     tables of the same plan whose organizations it reads
 * @param obstacle     why it cannot be used as it is; null when it can
 */
record Candidate(Reference reference, List<Way> ways, Gap gap, boolean carried, int depth, Set<TableName> waitsFor,
                 String obstacle) {

    /** Whether a row may come away without an organization, by all that the catalog promises. */
    enum Gap {
        /** Every row has one: the keys on the way are NOT NULL. */
        NONE,
        /** The key is NOT NULL, but what it leads to may name no organization, or several. */
        ANSWER,
        /** The key may be NULL. */
        KEY
    }

    /** Non-null keys first, ownership before mere reference, declared before guessed, short before long. */
    static final Comparator<Candidate> RANK = Comparator.comparing(Candidate::gap)
            .thenComparing(candidate -> !candidate.reference.ownership())
            .thenComparing(candidate -> !candidate.reference.declared())
            .thenComparing(Candidate::depth)
            .thenComparing(candidate -> !candidate.carried)
            .thenComparing(candidate -> candidate.reference.to().toString())
            .thenComparing(candidate -> String.join(",", candidate.reference.columns()));

    boolean ownership() {
        return reference.ownership();
    }

    List<String> columns() {
        return reference.columns();
    }

    /** The reasons for its place among the others. */
    String why() {
        String columns = String.join(", ", columns());
        String kind = switch (reference.origin()) {
            case FOREIGN_KEY -> ownership() ? "" : "; " + columns + " says who or what, not whose";
            case CONVENTION -> "; no foreign key, only the name says so";
            case PAIR -> "; a pair of type and key, without a foreign key";
            case MEMBERSHIP -> "; a row may belong to several organizations";
        };
        String subject = gap == Gap.KEY ? columns + " may be NULL" : columns + " is NOT NULL";
        String rest = gap == Gap.ANSWER ? ", but what it leads to may name no organization, or several" : "";
        return subject + rest + kind;
    }
}
