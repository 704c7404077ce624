package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** An invariant that a function checks. It is about the catalog, or about rows that one query does not find. */
record FunctionInvariant(String id, Set<When> when, String broken, String remedy, boolean needsRoute, Check check) implements Invariant {

    /** An invariant that needs no route. */
    FunctionInvariant(String id, Set<When> when, String broken, String remedy, Check check) {
        this(id, when, broken, remedy, false, check);
    }

    /** Returns what breaks the rule. */
    @FunctionalInterface
    interface Check {
        Violations violations(StepContext context) throws SQLException;
    }

    /** Returns what is wrong, one sentence for each. */
    @FunctionalInterface
    interface Look {
        List<String> problems(StepContext context) throws SQLException;
    }

    /** The check of a rule about the catalog. */
    static Check each(Look look) {
        return context -> Violations.of(look.problems(context));
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        return check.violations(context);
    }
}
