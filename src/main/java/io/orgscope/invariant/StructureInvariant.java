package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** An invariant about the catalog: a function that returns what is wrong, one sentence for each. */
record StructureInvariant(String id, Set<When> when, String broken, String remedy, boolean needsRoute, Look look) implements Invariant {

    /** An invariant that needs no route. */
    StructureInvariant(String id, Set<When> when, String broken, String remedy, Look look) {
        this(id, when, broken, remedy, false, look);
    }

    /** Returns what is wrong. */
    @FunctionalInterface
    interface Look {
        List<String> problems(StepContext context) throws SQLException;
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        return Violations.of(look.problems(context));
    }
}
