package io.orgscope.plan.decision;

import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides from the rows. A candidate is trusted if it says to whom a row belongs, or agrees with another one on every
 * row. If trusted candidates differ, none is taken. If only an actor or a person of several organizations gives an
 * organization, it stays a question.
 */
public final class DataDecision {

    private final Survey survey;
    private final Inference inference;
    private final boolean several;

    /** @param several whether there is more than one organization, so that rows could differ */
    public DataDecision(Survey survey, Inference inference, boolean several) {
        this.survey = survey;
        this.inference = inference;
        this.several = several;
    }

    /**
     * The decision.
     *
     * @param byCatalog  the decision if there are no rows
     * @param candidates all of them; the evidence has those that could be compared
     */
    public Decision decide(Decision byCatalog, List<Candidate> candidates, CandidateCoverage evidence) {
        if (evidence.failure() != null) {
            return unchanged(byCatalog, "Its rows could not be compared: " + evidence.failure() + ".");
        }
        if (evidence.rows() == 0 && likely(byCatalog)) {
            return new Decision(byCatalog.chosen().stream().filter(Candidate::sound).toList(), null, null, byCatalog.reasons())
                    .because("There are no rows yet that could say otherwise: " + byCatalog.question());
        }
        if (evidence.rows() == 0 && !evidence.empty() && (byCatalog.open() == Decision.Open.EVERYBODY || byCatalog.open() == Decision.Open.NULLABLE)) {
            return new Decision(byCatalog.chosen(), null, null, byCatalog.reasons()).because("No row is without it today: " + byCatalog.question());
        }
        if (evidence.rows() == 0) {
            return unchanged(byCatalog, "There are no rows that could say more.");
        }
        String disagreements = evidence.conflicts().stream().filter(this::matters)
                .map(DataDecision::disagreement).collect(Collectors.joining("; "));
        if (!disagreements.isEmpty()) {
            return new Decision(byCatalog.chosen(), disagreements, Decision.Open.OTHER, byCatalog.reasons());
        }
        Optional<Candidate> unasked = !rivals(byCatalog) && byCatalog.open() != Decision.Open.WEAK ? Optional.empty() : candidates.stream()
                .filter(candidate -> !survey.silent(candidate.reference().to()))
                .filter(candidate -> evidence.shares().stream().noneMatch(share -> share.candidate() == candidate)).findFirst();
        return unasked.isEmpty() ? agreeing(byCatalog, evidence) : unchanged(byCatalog, Decision.name(unasked.get())
                + " could not be compared with the others on the rows: " + (unasked.get().waitsFor().isEmpty() ? "there are too many"
                : "it reads the organization of a table that has to be decided first") + ".");
    }

    private static boolean rivals(Decision byCatalog) {
        return byCatalog.open() == Decision.Open.RIVALS || byCatalog.open() == Decision.Open.LIKELY;
    }

    private static Decision unchanged(Decision byCatalog, String reason) {
        List<String> reasons = new ArrayList<>(byCatalog.reasons());
        reasons.add(reason);
        return new Decision(byCatalog.chosen(), byCatalog.question(), byCatalog.open(), List.copyOf(reasons));
    }

    private boolean matters(CandidateCoverage.Comparison conflict) {
        return matters(conflict.one()) && matters(conflict.other());
    }

    /**
     * Whoever created a row may belong to another organization, if people may belong to several. Any other candidate
     * that gives another organization is a reason to ask, whatever its name.
     */
    private boolean matters(Candidate candidate) {
        return candidate.sound() || candidate.role() == Role.SHARED || !survey.silent(candidate.reference().to());
    }

    static String disagreement(CandidateCoverage.Comparison conflict) {
        return Decision.name(conflict.one()) + " and " + Decision.name(conflict.other()) + " name different organizations for "
                + number(conflict.rows()) + " of the " + number(conflict.of()) + " rows that both answer for"
                + keys(conflict.keys(), conflict.rows());
    }

    private Decision agreeing(Decision byCatalog, CandidateCoverage evidence) {
        List<Candidate> trusted = evidence.shares().stream().map(CandidateCoverage.Share::candidate)
                .filter(candidate -> evidence.rows(candidate) > 0
                        && (byCatalog.question() == null && byCatalog.chosen().contains(candidate) || trusted(candidate, evidence))).toList();
        List<Candidate> chosen = cover(trusted, evidence);
        List<String> reasons = new ArrayList<>();
        if (!chosen.isEmpty()) {
            reasons.add(chosen.get(0).why() + ".");
        }
        evidence.shares().forEach(share -> reasons.add(Decision.name(share.candidate()) + " answers for " + number(share.rows())
                + " of " + number(evidence.rows()) + " rows" + remark(share, chosen, evidence) + "."));
        if (!chosen.isEmpty()) {
            equals(chosen.get(0), trusted, evidence).ifPresent(reasons::add);
        }
        if (chosen.size() > 1) {
            reasons.add("The further routes are for rows that have no " + chosen.get(0).named() + ", today's or tomorrow's.");
        }
        String question = question(byCatalog, chosen, evidence);
        if (question == null && silent(byCatalog, chosen, evidence)) {
            reasons.add("Its rows do not say otherwise, but they are all of one organization: " + byCatalog.question());
        }
        List<Candidate> suggested = chosen.isEmpty() ? byCatalog.chosen() : chosen;
        return new Decision(suggested, question, question == null ? null : Decision.Open.OTHER, List.copyOf(reasons));
    }

    /** Whether it says to whom the row belongs, or another candidate that does not depend on it agrees on every row. */
    private static boolean trusted(Candidate candidate, CandidateCoverage evidence) {
        return candidate.sound() || candidate.role().involved() && evidence.organizations() > 1
                && evidence.shares().stream().map(CandidateCoverage.Share::candidate).anyMatch(other -> other != candidate
                        && (other.sound() || other.role().involved()) && evidence.agreement(candidate, other) == evidence.rows(candidate))
                && evidence.conflicts().stream().noneMatch(conflict -> conflict.one() == candidate || conflict.other() == candidate);
    }

    private String question(Decision byCatalog, List<Candidate> chosen, CandidateCoverage evidence) {
        if (chosen.isEmpty()) {
            return byCatalog.question() != null && evidence.unanswered() < evidence.rows() ? byCatalog.question()
                    : "none of its " + number(evidence.rows()) + " rows finds an organization by any way";
        }
        long answered = answered(chosen, evidence);
        if (answered < evidence.rows()) {
            long weakly = evidence.rows() - answered - evidence.unanswered();
            return weakly > 0 ? weakly(chosen, weakly, evidence)
                    : number(evidence.rows() - answered) + " of its " + number(evidence.rows()) + " rows find no organization"
                    + keys(evidence.unansweredKeys(), evidence.unanswered())
                    + ". Give them one where their routes lead, or add a route for them";
        }
        String obstacle = chosen.stream().map(Candidate::obstacle).filter(Objects::nonNull).findFirst().orElse(null);
        if (obstacle != null || byCatalog.open() == Decision.Open.OTHER || byCatalog.open() == Decision.Open.EVERYBODY) {
            return obstacle != null ? obstacle : byCatalog.question();
        }
        if (silent(byCatalog, chosen, evidence) && !likely(byCatalog)) {
            return byCatalog.question() + " Its rows do not say: they are all of one organization";
        }
        return byCatalog.open() == Decision.Open.RIVALS ? uncompared(chosen, evidence) : null;
    }

    /** The question about a rival that no row, or only rows of one organization, have beside a route that is taken. */
    private String uncompared(List<Candidate> chosen, CandidateCoverage evidence) {
        return evidence.shares().stream().map(CandidateCoverage.Share::candidate)
                .filter(other -> !chosen.contains(other) && chosen.stream().noneMatch(taken -> evidence.proves(taken, other)))
                .flatMap(other -> inference.unsettled(chosen.get(0), other).stream()).findFirst()
                .map(question -> question + " Its rows do not say: those that have both are of one organization, or none has both").orElse(null);
    }

    /** Whether the rows prove nothing: a rival gives an organization too, but all rows belong to the same one. */
    private boolean silent(Decision byCatalog, List<Candidate> chosen, CandidateCoverage evidence) {
        return rivals(byCatalog) && !chosen.isEmpty() && evidence.organizations() < 2 && evidence.shares().stream()
                .anyMatch(share -> share.rows() > 0 && share.candidate() != chosen.get(0) && matters(share.candidate()));
    }

    /** Whether the keys decide as long as no row can say otherwise. */
    private boolean likely(Decision byCatalog) {
        return several && byCatalog.open() == Decision.Open.LIKELY;
    }

    private static String weakly(List<Candidate> chosen, long rows, CandidateCoverage evidence) {
        Candidate other = evidence.shares().stream().map(CandidateCoverage.Share::candidate)
                .filter(candidate -> !chosen.contains(candidate) && evidence.rows(candidate) > 0).findFirst().orElseThrow();
        return number(rows) + " of its " + number(evidence.rows()) + " rows have no " + chosen.get(0).named() + ", and only "
                + other.named() + " leads to an organization; it " + other.role().meaning() + ". Whose are these rows?";
    }

    private static long answered(List<Candidate> chosen, CandidateCoverage evidence) {
        long together = evidence.shares().stream().filter(share -> chosen.contains(share.candidate())).mapToLong(CandidateCoverage.Share::added).sum();
        return Math.max(together, chosen.stream().mapToLong(evidence::rows).max().orElse(0));
    }

    private static Optional<String> equals(Candidate first, List<Candidate> trusted, CandidateCoverage evidence) {
        return trusted.stream().filter(other -> other != first && evidence.agreement(first, other) > 0).findFirst()
                .map(other -> first.named() + " and " + other.named() + " are equal on all " + number(evidence.agreement(first, other))
                        + " rows that have both" + CatalogDecision.taken(first, other));
    }

    private static String remark(CandidateCoverage.Share share, List<Candidate> chosen, CandidateCoverage evidence) {
        if (chosen.contains(share.candidate()) || share.rows() == 0) {
            return "";
        }
        boolean contradicted = evidence.conflicts().stream()
                .anyMatch(conflict -> conflict.one() == share.candidate() || conflict.other() == share.candidate());
        String meaning = share.candidate().sound() ? "" : " it " + share.candidate().role().meaning();
        return contradicted ? ", not always the same, but" + meaning : chosen.isEmpty() ? meaning.isEmpty() ? "" : ";" + meaning
                : ", always the same" + (meaning.isEmpty() ? "" : ";" + meaning);
    }

    private static String keys(List<String> keys, long count) {
        return keys.isEmpty() ? "" : " (" + String.join("; ", keys) + (count > keys.size() ? "; …" : "") + ")";
    }

    /**
     * The best candidate that gives an organization to every row that can get one, else those that add rows, in order.
     * If its key may be NULL, the others follow it, though no row needs them today.
     */
    private static List<Candidate> cover(List<Candidate> trusted, CandidateCoverage evidence) {
        long all = evidence.rows() - evidence.unanswered();
        List<Candidate> chosen = trusted.stream().filter(candidate -> evidence.rows(candidate) == all).limit(1)
                .collect(Collectors.toCollection(ArrayList::new));
        if (chosen.isEmpty()) {
            evidence.shares().stream().filter(share -> share.added() > 0 && trusted.contains(share.candidate()))
                    .map(CandidateCoverage.Share::candidate).forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            trusted.stream().findFirst().ifPresent(chosen::add);
        }
        if (!chosen.isEmpty() && chosen.stream().allMatch(candidate -> candidate.gap() == Candidate.Gap.KEY)) {
            evidence.shares().stream().map(CandidateCoverage.Share::candidate)
                    .filter(candidate -> candidate.sound() && !chosen.contains(candidate)).forEach(chosen::add);
        }
        return chosen.stream().limit(RouteSelection.MOST_ROUTES).toList();
    }

    /** The number as messages write it, with a comma for each thousand. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Why a table has to wait for the decision on others; null if it does not. */
    public static String waiting(Set<String> undecided) {
        return undecided.isEmpty() ? null
                : "it reads the organization of " + String.join(", ", undecided) + ", which has to be decided first";
    }
}
