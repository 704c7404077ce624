package io.orgscope.plan.decision;

import java.util.List;

/**
 * What the rows of a table say of its candidates.
 *
 * @param rows       how many there are
 * @param organizations how many organizations the best of the answers name together; with fewer than two, agreement says nothing
 * @param shares     for each candidate how many rows it gives an organization
 * @param comparisons pairs of candidates, and for how many rows they differ
 * @param unanswered rows to which no candidate gives one
 * @param unansweredKeys some of their keys
 * @param failure    why the rows could not be read; null when they could
 */
public record CandidateCoverage(long rows, long organizations, List<Share> shares, List<Comparison> comparisons, long unanswered, List<String> unansweredKeys,
                String failure) {

    /**
     * How many rows a candidate answers for.
     *
     * @param added of these, the rows that no candidate before it answers for
     */
    public record Share(Candidate candidate, long rows, long added) {
    }

    /**
     * Two candidates.
     *
     * @param rows where they disagree
     * @param of   where both answer
     * @param keys some of the rows where they disagree, by primary key
     */
    public record Comparison(Candidate one, Candidate other, long rows, long of, List<String> keys) {

        public boolean between(Candidate first, Candidate second) {
            return one == first && other == second || one == second && other == first;
        }
    }

    /** Where two name different organizations for the same rows. */
    public List<Comparison> conflicts() {
        return comparisons.stream().filter(comparison -> comparison.rows() > 0).toList();
    }

    /** How many rows a candidate answers for. */
    public long rows(Candidate candidate) {
        return shares.stream().filter(share -> share.candidate() == candidate).mapToLong(Share::rows).findFirst().orElse(0);
    }

    /** On how many rows two candidates say the same; none where they disagree on any. */
    public long agreement(Candidate one, Candidate other) {
        return comparisons.stream().filter(comparison -> comparison.between(one, other) && comparison.rows() == 0)
                .mapToLong(Comparison::of).findFirst().orElse(0);
    }

    public static CandidateCoverage failed(String why) {
        return new CandidateCoverage(0, 0, List.of(), List.of(), 0, List.of(), why);
    }
}
