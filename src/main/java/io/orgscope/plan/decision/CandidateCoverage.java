package io.orgscope.plan.decision;

import java.util.List;

/**
 * The results of the candidates on the rows of a table.
 *
 * @param rows           the number of rows
 * @param empty          whether the table has no row at all, not even one that has its organization already
 * @param organizations  the number of organizations that the best candidates give. With fewer than two, agreement
 *                       proves nothing
 * @param shares         for each candidate the number of rows to which it gives an organization
 * @param comparisons    pairs of candidates, and the number of rows on which they differ
 * @param unanswered     rows to which no candidate gives one
 * @param unansweredKeys some of their keys
 * @param failure        why the rows could not be read; null if they could
 */
public record CandidateCoverage(long rows, boolean empty, long organizations, List<Share> shares, List<Comparison> comparisons, long unanswered, List<String> unansweredKeys,
                String failure) {

    /**
     * The number of rows to which a candidate gives an organization.
     *
     * @param added the number of those to which no candidate before it gives one
     */
    public record Share(Candidate candidate, long rows, long added) {
    }

    /**
     * Two candidates.
     *
     * @param rows          rows on which they differ
     * @param of            rows to which both give an organization
     * @param organizations the number of organizations that the first one gives these. With fewer than two, agreement proves nothing
     * @param keys          the primary keys of some rows on which they differ
     */
    public record Comparison(Candidate one, Candidate other, long rows, long of, long organizations, List<String> keys) {

        /** Whether it compares these two, in any order. */
        public boolean between(Candidate first, Candidate second) {
            return one == first && other == second || one == second && other == first;
        }
    }

    /** Pairs that give different organizations for the same rows. */
    public List<Comparison> conflicts() {
        return comparisons.stream().filter(comparison -> comparison.rows() > 0).toList();
    }

    /** The number of rows to which a candidate gives an organization. */
    public long rows(Candidate candidate) {
        return shares.stream().filter(share -> share.candidate() == candidate).mapToLong(Share::rows).findFirst().orElse(0);
    }

    /** The number of rows on which two candidates agree; none if they differ on any row. */
    long agreement(Candidate one, Candidate other) {
        return comparisons.stream().filter(comparison -> comparison.between(one, other) && comparison.rows() == 0)
                .mapToLong(Comparison::of).findFirst().orElse(0);
    }

    /** Whether rows of several organizations compare the two. */
    boolean proves(Candidate one, Candidate other) {
        return comparisons.stream().anyMatch(comparison -> comparison.between(one, other) && comparison.organizations() > 1);
    }

    /** The result if the rows could not be read. Nothing is known then. */
    public static CandidateCoverage failed(String why) {
        return new CandidateCoverage(0, false, 0, List.of(), List.of(), 0, List.of(), why);
    }
}
