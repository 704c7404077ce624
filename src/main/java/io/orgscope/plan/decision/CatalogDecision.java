package io.orgscope.plan.decision;

import io.orgscope.plan.name.Role;
import io.orgscope.plan.name.RoleNames;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.Survey;
import io.orgscope.plan.survey.Unexplained;
import io.orgscope.postgres.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides by the catalog alone. A table stands only where something in its rows says whose they are, every rival is either
 * outdone by the evidence of the keys or says the same by a key that holds both, and no row depends on anything weaker.
 */
public final class CatalogDecision {

    private final Survey survey;
    private final CandidateSearch search;
    private final PolymorphicPairs pairs;
    private final Unexplained unexplained;
    private final ChainedKeys keys;

    public CatalogDecision(Survey survey, CandidateSearch search, PolymorphicPairs pairs, Unexplained unexplained) {
        this.survey = survey;
        this.search = search;
        this.pairs = pairs;
        this.unexplained = unexplained;
        this.keys = new ChainedKeys(survey);
    }

    /**
     * The decision.
     *
     * @param taken what the table takes, best first; empty where all goes in a circle
     */
    public Decision decide(TableName table, List<Candidate> taken) {
        if (survey.always(table)) {
            return Decision.of(List.of(), List.of());
        }
        List<Candidate> candidates = search.candidates(table);
        if (taken.isEmpty()) {
            return new Decision(taken, none(table, candidates), candidates.isEmpty() && survey.has(table) ? null : Decision.Open.OTHER, List.of());
        }
        List<Candidate> sound = alone(taken.get(0), candidates) ? taken.subList(0, 1) : taken.stream().filter(Candidate::sound).toList();
        List<String> reasons = new ArrayList<>(List.of(taken.get(0).why() + "."));
        Decision.Open open = null;
        String question = Optional.ofNullable(obstacle(table, taken)).orElse(null);
        if (question != null) {
            open = Decision.Open.OTHER;
        } else if (!sound.contains(taken.get(0))) {
            question = weak(table, candidates);
            open = question == null ? null : Decision.Open.WEAK;
        } else {
            Asked asked = rivals(table, taken.get(0), candidates, reasons);
            question = asked.question();
            open = asked.open();
            if (question == null) {
                question = gap(table, sound, candidates);
                open = question == null ? null : Decision.Open.GAP;
            }
        }
        if (question == null && !taken.get(0).itself()) {
            question = unexplained(table, taken.get(0));
            open = question == null ? null : Decision.Open.OTHER;
        }
        List<Candidate> chosen = question == null ? sound : taken;
        further(chosen, candidates, reasons);
        return new Decision(chosen, question, open, List.copyOf(reasons));
    }

    /** Whether it is all that a row has: in every row, by a foreign key, and nothing but who did something stands beside it. */
    private static boolean alone(Candidate first, List<Candidate> candidates) {
        return first.role() == Role.RELATED && first.reference().declared() && first.gap() != Candidate.Gap.KEY
                && candidates.stream().allMatch(other -> other == first || other.role() == Role.ACTOR);
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

    /** A pair of type and key that may say whose the row is, and of which nobody knows where it leads. */
    private String unsolved(TableName table) {
        return pairs.unsolved(table).stream().filter(pair -> RoleNames.ofPair(pair.key()).sound()).findFirst()
                .map(pair -> pair.type() + " and " + pair.key() + " say whose the row is, but " + pair.problem()).orElse(null);
    }

    /** Nothing says by itself whose a row is. A row that holds its own organization needs no such thing while it does. */
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
                    + " or is there more to say which organization? --check-data=true looks whether each belongs to only one";
            default -> statement + ". Does the row belong to the same organization?";
        };
    }

    /** A key that every row has and of which nobody knows where it leads may say whose the row is. */
    private String unexplained(TableName table, Candidate first) {
        return unexplained.inEveryRow(table).stream().findFirst().map(column -> column + " looks like a key, is in every row, and nothing says"
                + " where it leads; --check-data=true looks for the table that has its values. Does the row belong to the organization of "
                + first.named() + " whatever " + column + " is?").orElse(null);
    }

    /** A question and its kind; both null where there is none. */
    private record Asked(String question, Decision.Open open) {
    }

    private Asked rivals(TableName table, Candidate first, List<Candidate> candidates, List<String> reasons) {
        String likely = null;
        for (Candidate other : candidates) {
            boolean part = other.direct() && !first.itself();
            boolean person = survey.sharing(other.reference().to()) && !survey.sharing(first.reference().to());
            if (other == first || !other.sound() && !part || person && !part) {
                continue;
            }
            Optional<String> chain = part ? Optional.empty() : keys.chain(first, other);
            boolean outdone = !part && (first.outdoes(other) || first.surerThan(other) && chain.isPresent());
            Optional<String> proof = part ? Optional.empty() : keys.proof(table, first, other);
            if (outdone && !personOverThing(first, other)) {
                if (!first.itself()) {
                    reasons.add(other.named() + " may say it too" + taken(first, other));
                }
            } else if (proof.isPresent()) {
                reasons.add(proof.get() + taken(first, other));
            } else {
                String question = rivalry(first, other, chain.orElse("nothing in the catalog says that they agree"));
                if (chain.isEmpty() && (part || !first.surerThan(other) || personOverThing(first, other))) {
                    return new Asked(question, Decision.Open.RIVALS);
                }
                likely = likely == null ? question : likely;
            }
        }
        if (likely != null) {
            return new Asked(likely, Decision.Open.LIKELY);
        }
        String between = first.itself() ? null : between(first, candidates);
        return new Asked(between, between == null ? null : Decision.Open.RIVALS);
    }

    private static String rivalry(Candidate first, Candidate other, String known) {
        return other.reference().to().equals(first.reference().to())
                ? first.named() + " and " + other.named() + " both lead to " + first.reference().to()
                        + ", and nothing in the catalog says which one owns the row. Which one counts?"
                : first.named() + " and " + other.named() + " may each say whose the row is, and " + known
                        + "; --check-data=true compares them on the rows. Which one counts?";
    }

    /** A row that names two rows of a table that may be of two organizations, as a transfer does: what is moved may be at either end. */
    private static String between(Candidate first, List<Candidate> candidates) {
        for (Candidate one : candidates) {
            Optional<Candidate> other = candidates.stream().filter(next -> next != one && one.role().involved() && next.role().involved()
                    && next.reference().to().equals(one.reference().to()) && !next.columns().equals(one.columns())).findFirst();
            if (other.isPresent()) {
                return one.named() + " and " + other.get().named() + " both lead to " + one.reference().to() + ", whose rows may be of two"
                        + " organizations; " + first.named() + " may belong to either. Does the row belong to the organization of " + first.named() + "?";
            }
        }
        return null;
    }

    /** Of a person and a thing that each say whose the row is, the person may be the one who works on it, even if no row is without. */
    private boolean personOverThing(Candidate first, Candidate other) {
        return !first.direct() && survey.roles().acting(first.reference().to()) && !survey.roles().acting(other.reference().to());
    }

    /** Why one of two is taken. */
    public static String taken(Candidate first, Candidate other) {
        List<String> evidence = first.strength().over(other.strength());
        String why = first.gap().compareTo(other.gap()) < 0 ? "it is in every row"
                : first.reference().declared() && !other.reference().declared() ? "a foreign key says so"
                : first.role() != other.role() ? other.named() + " " + other.role().meaning()
                : !evidence.isEmpty() ? String.join(", ", evidence)
                : first.depth() < other.depth() ? "it is the shorter way"
                : first.carried() && !other.carried() ? first.reference().to() + " has its organization already" : "it comes first by its name";
        return "; " + first.named() + " is taken: " + why + ".";
    }

    /** Whether rows may be left to what does not say whose they are. */
    private String gap(TableName table, List<Candidate> sound, List<Candidate> candidates) {
        boolean open = sound.stream().allMatch(candidate -> candidate.gap() == Candidate.Gap.KEY);
        Optional<Candidate> weak = candidates.stream().filter(candidate -> candidate.role() == Role.SHARED
                || !candidate.sound() && candidate.gap() != Candidate.Gap.KEY).findFirst();
        boolean kind = survey.has(table) && sound.stream().anyMatch(candidate -> candidate.role() == Role.LOOKUP);
        if (!open || weak.isEmpty()) {
            return kind ? survey.columnOf(table) + " may be NULL, and " + sound.get(0).named() + " " + sound.get(0).role().meaning()
                    + ". Do rows without " + survey.columnOf(table) + " belong to everybody, or to what it leads to?" : null;
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
