package io.orgscope.invariant;

import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that has to hold for a scoped table. The same object is a precondition, a check of step 01 or 08, and a finding
 * of the scan.
 */
public interface Invariant {

    /** Its name in YAML and in messages. */
    String id();

    /** The steps that check it. */
    Set<When> when();

    /** Whether it is about the routes, and so needs one. */
    default boolean needsRoute() {
        return false;
    }

    /** A sentence that says what is wrong if the rule does not hold. */
    String broken();

    /** What to do if it does not hold. */
    String remedy();

    /** The same for one table, if it depends on the table. */
    default String remedy(StepContext context) {
        return remedy();
    }

    /**
     * Checks the rule.
     *
     * @throws SQLException if the data cannot be read
     */
    Violations violations(StepContext context) throws SQLException;

    /**
     * The query that returns the violations, with their keys in the column {@code key}. Empty for a rule about the
     * structure.
     */
    default Optional<String> query(StepContext context) {
        return Optional.empty();
    }

    /** The whole message for a table. */
    default String message(StepContext context, Violations violations) {
        return id() + ": " + context.name() + ": " + broken() + " " + violations.count()
                + (violations.count() == 1 ? " violation: " : " violations: ") + violations + ". " + remedy(context);
    }
}
