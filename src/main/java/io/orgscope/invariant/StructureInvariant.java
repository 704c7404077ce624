package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;

/**
 * An invariant about the catalog: a function that says what is wrong, a sentence each.
 */
record StructureInvariant(String id, Severity severity, String broken, String remedy, Look look) implements Invariant {

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
