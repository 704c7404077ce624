package io.orgscope.plan;

import java.util.List;

/**
 * What the rows of a table say of its candidates.
 *
 * @param rows       how many there are
 * @param shares     for each candidate how many rows it gives an organization
 * @param conflicts  pairs of candidates that name different organizations for the same rows
 * @param unanswered rows to which no candidate gives one
 * @param unansweredKeys some of their keys
 * @param failure    why the rows could not be read; null when they could
 */
record Evidence(long rows, List<Share> shares, List<Conflict> conflicts, long unanswered, List<String> unansweredKeys,
                String failure) {

    /**
     * How many rows a candidate answers for.
     *
     * @param added of these, the rows that no candidate before it answers for
     */
    record Share(Candidate candidate, long rows, long added) {
    }

    /**
     * Two candidates that disagree.
     *
     * @param rows where they do
     * @param of   where both answer
     * @param keys some of the rows, by primary key
     */
    record Conflict(Candidate one, Candidate other, long rows, long of, List<String> keys) {
    }

    static Evidence failed(String why) {
        return new Evidence(0, List.of(), List.of(), 0, List.of(), why);
    }
}
