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
 * What the plan says of one table.
 *
 * @param chosen     the candidates whose routes it takes, in order
 * @param candidates all its candidates, best first
 * @param question   why the entry is written as a comment: what the user has to decide first; null when it stands
 * @param reasons    why the routes are what they are
 * @param own        the row's own column, asked first where it is there already: the application has begun to write it;
 *                   else null
 * @param kept       whether the user's file has the table already
 * @param evidence   what the rows say; null when they were not asked
 * @param estimate   null where nothing is to be done
 */
public record PlannedTable(Table table, ScopingStatus standing, List<Candidate> chosen, List<Candidate> candidates, String question,
                    List<String> reasons, JoinPath own, boolean kept, OnDelete onDelete, List<UniqueAdvice> unique,
                    CandidateCoverage evidence, Estimate estimate) {

    /** Whether the table is to be a new entry of the declaration, be it one in a comment. */
    public boolean entry() {
        return !kept && (standing == ScopingStatus.OPEN || standing == ScopingStatus.PARTIAL);
    }

    /** Whether the entry is one that takes part. */
    public boolean active() {
        return entry() && question == null;
    }
}
