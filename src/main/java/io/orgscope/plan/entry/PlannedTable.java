package io.orgscope.plan.entry;

import io.orgscope.plan.advice.Estimate;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.decision.CandidateCoverage;
import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.Table;
import io.orgscope.spec.OnDelete;
import java.util.List;

/**
 * The part of the plan about one table.
 *
 * @param chosen     the candidates whose routes it uses, in order
 * @param candidates all its candidates, best first
 * @param question   what the user has to decide first, so that the entry is written as a comment; null if the entry can
 *                   be used
 * @param reasons    the reasons for the routes
 * @param own        the row's own column, if it exists already because the application has begun to write it. It comes
 *                   first. Else null
 * @param kept       whether the user's file has the table already
 * @param evidence   the results from the rows; null if they were not read
 * @param estimate   null if there is nothing to do
 */
public record PlannedTable(Table table, ScopingStatus status, List<Candidate> chosen, List<Candidate> candidates, String question,
                    List<String> reasons, JoinPath own, boolean kept, OnDelete onDelete, List<UniqueAdvice> unique,
                    CandidateCoverage evidence, Estimate estimate) {

    /** Whether the table is a new entry of the declaration, maybe as a comment. */
    public boolean entry() {
        return !kept && (status == ScopingStatus.OPEN || status == ScopingStatus.PARTIAL);
    }

    /** Whether the entry is not a comment. */
    public boolean active() {
        return entry() && question == null;
    }
}
