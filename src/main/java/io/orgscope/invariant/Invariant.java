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

    /** Its name, in YAML and in messages. */
    String id();

    Severity severity();

    /** When it is checked without being asked for. */
    Set<When> when();

    /** Whether it is about what the routes say, and so needs one. */
    default boolean needsRoute() {
        return false;
    }

    /** The rule, as a sentence about what is wrong when it does not hold. */
    String broken();

    /** What to do when it does not hold. */
    String remedy();

    /** The same for one table, where the table makes a difference. */
    default String remedy(StepContext context) {
        return remedy();
    }

    /**
     * Looks for violations.
     *
     * @throws SQLException when the data cannot be read
     */
    Violations violations(StepContext context) throws SQLException;

    /**
     * The query whose rows are the violations, their keys in the column {@code key}; empty where the rule is about
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
