package io.orgscope.plan.decision;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.name.RoleNames;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.plan.survey.Unexplained;
import io.orgscope.plan.survey.UnseenKeys;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides from the catalog alone. A table is decided only if a column says to whom its rows belong, every other
 * candidate is either outdone by the evidence of the keys or proved equal by a key with both, and no row depends on
 * anything weaker.
 */
final class CatalogDecision {

    /** A question and its kind. */
    private record Asked(String question, Decision.Open open) {

        static Asked of(String question, Decision.Open open) {
            return new Asked(question, question == null ? null : open);
        }
    }

    private static final Asked NOT_ASKED = new Asked(null, null);

    private final Survey survey;
    private final CandidateSearch search;
    private final PolymorphicPairs pairs;
    private final Unexplained unexplained;
    private final UnseenKeys unseen;
    private final ChainedKeys keys;
    private final boolean checked;

    /** @param checked whether the rows are read too, so that no question needs to suggest it */
    CatalogDecision(Survey survey, CandidateSearch search, PolymorphicPairs pairs, Unexplained unexplained, boolean checked) {
        this.survey = survey;
        this.search = search;
        this.pairs = pairs;
        this.unexplained = unexplained;
        this.unseen = new UnseenKeys(survey);
        this.keys = new ChainedKeys(survey);
        this.checked = checked;
    }

    /**
     * The decision.
     *
     * @param taken the candidates that the table takes, best first; empty if all of them form a circle
     */
    Decision decide(TableName table, List<Candidate> taken) {
        if (survey.always(table)) {
            return Decision.of(List.of(), List.of());
        }
        List<Candidate> candidates = search.candidates(table);
        if (taken.isEmpty()) {
            boolean own = candidates.isEmpty() && survey.has(table);
            return own ? new Decision(taken, nullable(table, taken), Decision.Open.NULLABLE, List.of())
                    : new Decision(taken, none(table, candidates), Decision.Open.OTHER, List.of());
        }
        List<Candidate> sound = alone(taken.get(0), candidates) ? taken.subList(0, 1) : taken.stream().filter(Candidate::sound).toList();
        List<String> reasons = new ArrayList<>(List.of(taken.get(0).why() + "."));
        Asked asked = obstacle(table, taken) == null ? asked(table, taken.get(0), sound, candidates, reasons)
                : Asked.of(obstacle(table, taken), Decision.Open.OTHER);
        List<Candidate> chosen = asked.question() == null || asked.open() == Decision.Open.NULLABLE ? sound : taken;
        further(chosen, candidates, reasons);
        return new Decision(chosen, asked.question(), asked.open(), List.copyOf(reasons));
    }

    /** The first of the questions that the table leaves open. */
    private Asked asked(TableName table, Candidate first, List<Candidate> sound, List<Candidate> candidates, List<String> reasons) {
        Asked asked;
        if (sound.contains(first)) {
            asked = rivals(table, first, candidates, reasons);
            asked = asked.question() != null ? asked : Asked.of(gap(table, sound, candidates), Decision.Open.GAP);
        } else {
            asked = Asked.of(weak(table, candidates), Decision.Open.WEAK);
        }
        if (asked.question() == null && !first.itself()) {
            asked = Asked.of(unexplained(table, first), Decision.Open.OTHER);
        }
        if (asked.question() == null) {
            asked = Asked.of(everybody(table, sound), Decision.Open.EVERYBODY);
        }
        return asked.question() != null ? asked : Asked.of(nullable(table, sound), Decision.Open.NULLABLE);
    }

    /** Whether it is all that a row has: in every row, by a foreign key, and nothing but who did something stands beside it. */
    private boolean alone(Candidate first, List<Candidate> candidates) {
        return first.role() == Role.RELATED && first.reference().declared() && first.gap() != Candidate.Gap.KEY
                && candidates.stream().allMatch(other -> other == first || other.role() == Role.ACTOR && silent(first, other));
    }

    private static void further(List<Candidate> chosen, List<Candidate> candidates, List<String> reasons) {
        if (chosen.size() > 1) {
            reasons.add("The further routes are for rows that have no " + chosen.get(0).named() + ".");
        }
        String others = candidates.stream().filter(candidate -> !chosen.contains(candidate))
                .map(candidate -> Decision.name(candidate) + (candidate.sound() ? "" : " (" + candidate.role().meaning() + ")"))
                .collect(Collectors.joining("; "));
        if (!others.isEmpty()) {
            reasons.add("Not taken: " + others + ".");
        }
    }

    private String none(TableName table, List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            return "all its ways go in a circle with those of other tables";
        }
        return survey.has(table) ? null : Objects.requireNonNullElse(unsolved(table), "nothing that leads from it to an organization says"
                + " whose its rows are");
    }

    private String obstacle(TableName table, List<Candidate> taken) {
        String obstacle = taken.stream().map(Candidate::obstacle).filter(Objects::nonNull).findFirst().orElse(null);
        return obstacle != null ? obstacle : unsolved(table);
    }

    /** A pair of type and key that may say to whom the row belongs, and of which it is not known where it leads. */
    private String unsolved(TableName table) {
        return pairs.unsolved(table).stream().findFirst()
                .map(pair -> pair.type() + " and " + pair.key() + (RoleNames.ofPair(pair.key()).sound() ? " say" : " may say")
                        + " whose the row is, but " + pair.problem()).orElse(null);
    }

    /** No candidate says alone to whom a row belongs. A row with its own organization does not need one. */
    private String weak(TableName table, List<Candidate> candidates) {
        if (survey.has(table)) {
            return gap(table, List.of(), candidates);
        }
        Candidate first = candidates.get(0);
        List<Candidate> equal = candidates.stream().filter(other -> other != first && other.role() == first.role()
                && other.reference().to().equals(first.reference().to())).toList();
        if (!equal.isEmpty()) {
            return first.named() + " and " + equal.get(0).named() + " both lead to " + first.reference().to() + ", and each "
                    + first.role().meaning() + ". Which one counts?";
        }
        String statement = first.named() + " " + (first.role() == Role.SHARED ? "leads to " + first.reference().to()
                + ", whose rows may belong to several organizations" : first.role().meaning())
                + ", and nothing else says it";
        return switch (first.role()) {
            case SHARED -> statement + ". Do its rows belong to a row of " + first.reference().to() + " alone (then leave the table out),"
                    + " or is there more to say which organization?" + (checked ? "" : " --check-data=true looks whether each belongs to only one");
            default -> statement + ". Does the row belong to the same organization?";
        };
    }

    /** A key of which it is not known where it leads may say to whom the row belongs, whatever its name. */
    private String unexplained(TableName table, Candidate first) {
        Optional<Reference> unknown = survey.graph().from(table).stream().filter(reference -> survey.status(reference.to()) == ScopingStatus.UNKNOWN).findFirst();
        if (unknown.isPresent()) {
            return String.join(", ", unknown.get().columns()) + " leads to " + unknown.get().to() + ", of which it is not known whose its rows are."
                    + " Does the row belong to the organization of " + first.named() + " whatever it leads to?";
        }
        Optional<UnseenKeys.Unseen> unseen = this.unseen.of(table).stream().filter(key -> this.unseen.mayTell(key)
                && !key.key().columns().equals(first.reference().columns())).findFirst();
        if (unseen.isPresent()) {
            return unseen.get().says() + ". " + (unseen.get().next().isEmpty() ? "Does" : unseen.get().next() + "does")
                    + " the row belong to the organization of " + first.named() + " whatever it leads to?";
        }
        return unexplained.open(table).stream().findFirst().map(column -> column + " looks like a key, and nothing says where it leads"
                + (checked ? "" : "; --check-data=true looks for the table that has its values") + ". Does the row belong to the organization of "
                + first.named() + " whatever " + column + " is?").orElse(null);
    }

    /**
     * The other candidate that may give another organization. Whatever the names of the columns, the catalog does not
     * say which one is right.
     */
    private Asked rivals(TableName table, Candidate first, List<Candidate> candidates, List<String> reasons) {
        String likely = null;
        for (Candidate other : candidates) {
            if (other == first || silent(first, other)) {
                continue;
            }
            Optional<String> proof = keys.proof(table, first, other);
            if (proof.isPresent()) {
                reasons.add(proof.get() + taken(first, other));
            } else if (!likely(first, other)) {
                return new Asked(rivalry(first, other), Decision.Open.RIVALS);
            } else if (likely == null) {
                likely = rivalry(first, other);
            }
        }
        return likely == null ? NOT_ASKED : new Asked(likely, Decision.Open.LIKELY);
    }

    /** Which of two counts, as a question; empty if the other cannot give another organization, or the keys make it likely that the first one counts. */
    Optional<String> unsettled(TableName table, Candidate first, Candidate other) {
        boolean settled = other == first || silent(first, other) || likely(first, other) || keys.proof(table, first, other).isPresent();
        return settled ? Optional.empty() : Optional.of(rivalry(first, other));
    }

    /**
     * Whether the keys make it likely that both agree, or that the first is right. That is no proof, but enough as long
     * as no row contradicts it.
     */
    private boolean likely(Candidate first, Candidate other) {
        return !other.direct() && (keys.chain(first, other).isPresent()
                || (first.outdoes(other) || first.surerThan(other)) && !personOverThing(first, other));
    }

    /**
     * If a person and a thing each say to whom the row belongs, the person may be the one who works on it, even if
     * every row has one.
     */
    private boolean personOverThing(Candidate first, Candidate other) {
        return !first.direct() && survey.roles().acting(first.reference().to()) && !survey.roles().acting(other.reference().to());
    }

    /** A row that may belong to several organizations names none. The row's own column comes before all. */
    private boolean silent(Candidate first, Candidate other) {
        return survey.silent(other.reference().to()) && !survey.silent(first.reference().to());
    }

    private String rivalry(Candidate first, Candidate other) {
        if (other.reference().to().equals(first.reference().to())) {
            return first.named() + " and " + other.named() + " both lead to " + first.reference().to()
                    + ", and nothing in the catalog says which one owns the row. Which one counts?";
        }
        String compared = checked ? "" : "; --check-data=true compares them on the rows";
        if (!other.sound()) {
            return first.named() + " may say whose the row is; " + other.named() + ", which " + other.role().meaning()
                    + ", may lead to another organization" + compared + ". Does the row belong to the organization of " + first.named() + "?";
        }
        return first.named() + " and " + other.named() + " may each say whose the row is, and "
                + keys.chain(first, other).orElse("nothing in the catalog says that they agree") + compared + ". Which one counts?";
    }

    /** Why one of two is taken. */
    static String taken(Candidate first, Candidate other) {
        List<String> evidence = first.strength().over(other.strength());
        String why = first.gap().compareTo(other.gap()) < 0 ? "it is in every row"
                : first.reference().declared() && !other.reference().declared() ? "a foreign key says so"
                : first.role() != other.role() ? other.named() + " " + other.role().meaning()
                : !evidence.isEmpty() ? String.join(", ", evidence)
                : first.depth() < other.depth() ? "it is the shorter way"
                : first.carried() && !other.carried() ? first.reference().to() + " has its organization already" : "it comes first by its name";
        return "; " + first.named() + " is taken: " + why + ".";
    }

    /** A column that may be NULL may name somebody who is involved, and rows without it may belong to everybody. */
    private String nullable(TableName table, List<Candidate> sound) {
        if (sound.stream().anyMatch(candidate -> candidate.gap() != Candidate.Gap.KEY)) {
            return null;
        }
        String owner = survey.has(table) ? survey.columnOf(table) : sound.get(0).named();
        return owner + " may be NULL, and nothing that is in every row says whose the row is"
                + (checked ? "" : "; --check-data=true looks whether there are rows without it") + ". Do rows without " + owner
                + " belong to everybody, and does it name the owner of the others?";
    }

    /**
     * Rows of a table of kinds, or with a kind, that name no organization may belong to everybody, whatever else they
     * reference.
     */
    private String everybody(TableName table, List<Candidate> sound) {
        boolean kind = survey.has(table) && !sound.isEmpty() && (survey.roles().kinds(table)
                || sound.stream().anyMatch(candidate -> candidate.role() == Role.LOOKUP));
        return !kind ? null : survey.columnOf(table) + " may be NULL, and " + sound.get(0).named()
                + (sound.get(0).role() == Role.LOOKUP ? " " + sound.get(0).role().meaning() : " leads to an organization too") + ". Do rows without "
                + survey.columnOf(table) + " belong to everybody, or to what it leads to?";
    }

    /** Whether rows may depend on a candidate that does not say to whom they belong. */
    private String gap(TableName table, List<Candidate> sound, List<Candidate> candidates) {
        boolean open = sound.stream().allMatch(candidate -> candidate.gap() == Candidate.Gap.KEY);
        Optional<Candidate> weak = candidates.stream().filter(candidate -> candidate.role() == Role.SHARED
                || !candidate.sound() && candidate.gap() != Candidate.Gap.KEY).findFirst();
        if (!open || weak.isEmpty()) {
            return null;
        }
        String owner = sound.isEmpty() ? survey.columnOf(table) : sound.get(0).named();
        Candidate other = weak.get();
        return other.role() == Role.SHARED
                ? owner + " says whose the row is, but may be NULL; " + other.named() + " leads to " + other.reference().to()
                        + ", whose rows may belong to several organizations. Whose are the rows without " + owner + "?"
                : other.named() + " is in every row, but " + other.role().meaning() + "; " + owner
                        + " says whose, but may be NULL. Which one counts?";
    }
}
