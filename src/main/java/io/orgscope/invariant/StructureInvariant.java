package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** An invariant about the catalog: a function that returns what is wrong, one sentence for each. */
record StructureInvariant(String id, Severity severity, Set<When> when, String broken, String remedy, Look look) implements Invariant {

    static final String FINISH_ROLLBACK = "A rollback that was stopped half way has to be finished before the next update:"
            + " run rollback again, then update. Otherwise make by hand what is missing.";


    /** Says what is wrong. */
    @FunctionalInterface
    interface Look {
        List<String> problems(StepContext context) throws SQLException;
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        return Violations.of(look.problems(context));
    }
}
