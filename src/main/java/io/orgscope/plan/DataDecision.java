package io.orgscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides by what the rows say: candidates that agree on every row are equivalent and the best ranked one that answers
 * for all is taken; where they disagree nothing is taken.
 */
final class DataDecision {

    private final Survey survey;

    DataDecision(Survey survey) {
        this.survey = survey;
    }

    /**
     * The decision.
     *
     * @param byCatalog what stands where there are no rows to ask
     */
    Decision decide(Decision byCatalog, Evidence evidence) {
        if (evidence.failure() != null) {
            List<String> reasons = new ArrayList<>(byCatalog.reasons());
            reasons.add("Its rows could not be compared: " + evidence.failure() + ".");
            return new Decision(byCatalog.chosen(), byCatalog.question(), reasons);
        }
        if (evidence.rows() == 0) {
            List<String> reasons = new ArrayList<>(byCatalog.reasons());
            reasons.add("There are no rows that could say more.");
            return new Decision(byCatalog.chosen(), byCatalog.question(), reasons);
        }
        List<Evidence.Conflict> conflicts = evidence.conflicts().stream()
                .filter(conflict -> matters(conflict.one()) && matters(conflict.other())).toList();
        if (!conflicts.isEmpty()) {
            return new Decision(byCatalog.chosen(), conflicts.stream().map(DataDecision::disagreement)
                    .collect(Collectors.joining("; ")), byCatalog.reasons());
        }
        return agreeing(byCatalog, evidence);
    }

    /**
     * Who created a row may well be at home in another organization. But a foreign key to a table with an organization
     * of its own must not cross organizations, whatever it means.
     */
    private boolean matters(Candidate candidate) {
        return candidate.ownership() || candidate.reference().declared() && survey.carries(candidate.reference().to());
    }

    private static String disagreement(Evidence.Conflict conflict) {
        return Decision.name(conflict.one()) + " and " + Decision.name(conflict.other()) + " name different organizations for "
                + number(conflict.rows()) + " of the " + number(conflict.of()) + " rows that both answer for"
                + keys(conflict.keys(), conflict.rows());
    }

    private Decision agreeing(Decision byCatalog, Evidence evidence) {
        List<Candidate> chosen = cover(evidence);
        if (chosen.isEmpty()) {
            return new Decision(byCatalog.chosen(), "none of its " + number(evidence.rows()) + " rows finds an organization by any way",
                    byCatalog.reasons());
        }
        List<String> reasons = new ArrayList<>(List.of(chosen.get(0).why() + "."));
        evidence.shares().forEach(share -> reasons.add(Decision.name(share.candidate()) + " answers for " + number(share.rows())
                + " of " + number(evidence.rows()) + " rows" + remark(share, chosen, evidence) + "."));
        long answered = chosen.size() == 1 ? rows(chosen.get(0), evidence)
                : evidence.shares().stream().filter(share -> chosen.contains(share.candidate())).mapToLong(Evidence.Share::added).sum();
        String question = chosen.stream().map(Candidate::obstacle).filter(Objects::nonNull).findFirst().orElse(null);
        if (answered < evidence.rows()) {
            question = number(evidence.rows() - answered) + " of its " + number(evidence.rows()) + " rows find no organization"
                    + keys(evidence.unansweredKeys(), evidence.unanswered())
                    + ". Give them one where their routes lead, or add a route for them";
        }
        return new Decision(chosen, question, reasons);
    }

    private String remark(Evidence.Share share, List<Candidate> chosen, Evidence evidence) {
        if (chosen.contains(share.candidate()) || share.rows() == 0) {
            return "";
        }
        return contradicted(share.candidate(), evidence) ? ", not always the same, but it says who or what, not whose"
                : ", always the same";
    }

    private static String keys(List<String> keys, long count) {
        return keys.isEmpty() ? "" : " (" + String.join("; ", keys) + (count > keys.size() ? "; …" : "") + ")";
    }

    /** Whether it says something else than others and does not count against them. */
    private boolean contradicted(Candidate candidate, Evidence evidence) {
        return !matters(candidate) && evidence.conflicts().stream().anyMatch(conflict -> conflict.one() == candidate || conflict.other() == candidate);
    }

    /** One that answers for all that can be answered; else, in order, those that add rows. */
    private List<Candidate> cover(Evidence evidence) {
        List<Evidence.Share> usable = evidence.shares().stream()
                .filter(share -> share.rows() > 0 && !contradicted(share.candidate(), evidence)).toList();
        List<Evidence.Share> owners = usable.stream().filter(share -> share.candidate().ownership()).toList();
        long all = evidence.rows() - evidence.unanswered();
        for (Evidence.Share share : usable) {
            if (share.rows() == all) {
                return List.of(share.candidate());
            }
        }
        List<Candidate> chosen = usable.stream().filter(share -> share.added() > 0).map(Evidence.Share::candidate)
                .limit(RouteSelection.MOST_ROUTES).toList();
        return chosen.isEmpty() && !owners.isEmpty() ? List.of(owners.get(0).candidate()) : chosen;
    }

    private static long rows(Candidate candidate, Evidence evidence) {
        return evidence.shares().stream().filter(share -> share.candidate() == candidate).mapToLong(Evidence.Share::rows)
                .findFirst().orElse(0);
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Why a table cannot go before others were decided; null when it can. */
    static String waiting(Set<String> undecided) {
        return undecided.isEmpty() ? null
                : "it reads the organization of " + String.join(", ", undecided) + ", which has to be decided first";
    }
}
