package io.orgscope.invariant;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.route.ResolvedScope;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules. Each rule is in the class of its precondition. Liquibase's service file of preconditions names them all. */
public final class Invariants {

    public static final Invariant ONE_ORGANIZATION = EveryRowHasOneOrganizationPrecondition.RULE;
    public static final Invariant ORGANIZATION_EXISTS = ResolvedOrganizationExistsPrecondition.RULE;
    public static final Invariant NO_ROW_WITHOUT = NoRowWithoutOrganizationPrecondition.RULE;
    public static final Invariant STORED_EQUALS_ROUTED = StoredEqualsRoutedPrecondition.RULE;
    public static final Invariant ROUTES_AGREE = RoutesAgreePrecondition.RULE;
    public static final Invariant NO_REFERENCE_CROSSES = NoReferenceCrossesOrganizationsPrecondition.RULE;

    private static final List<Invariant> ALL = all();

    /** Rules about what is around a table. They are checked for all tables before their rows are. */
    private static final Set<Invariant> AROUND = Set.of(UpdatesCanBeReplicatedPrecondition.RULE, SideTableCanBeReplicatedPrecondition.RULE,
            FunctionsKeepWorkingPrecondition.RULE);

    private Invariants() {
    }

    /** If a jar was packed without its service files, there are no rules. That must not look as if all rules hold. */
    private static List<Invariant> all() {
        List<Invariant> rules = InvariantPrecondition.rules();
        if (!rules.contains(STORED_EQUALS_ROUTED)) {
            throw new IllegalStateException("META-INF/services/liquibase.precondition.Precondition does not name the rules of orgscope."
                    + " If you pack several jars into one, merge the files in META-INF/services.");
        }
        return rules;
    }

    /** The rules that have to hold before the first step. If one does not, nothing is changed. */
    static List<Invariant> beforehand() {
        return checked(When.BEFORE);
    }

    /** Those of them that are about what is around tables: publications, if the database has any, and functions. */
    public static List<Invariant> aroundBeforehand(Connection connection) throws SQLException {
        boolean published = Publications.any(connection);
        return beforehand().stream().filter(AROUND::contains).filter(rule -> published || rule == FunctionsKeepWorkingPrecondition.RULE).toList();
    }

    /** The others. */
    public static List<Invariant> ofTableBeforehand() {
        return beforehand().stream().filter(rule -> !AROUND.contains(rule)).toList();
    }

    /** The rules that have to hold after the last step of the expansion. */
    public static List<Invariant> afterwards() {
        return checked(When.AFTER);
    }

    private static List<Invariant> checked(When when) {
        return ALL.stream().filter(rule -> rule.when().contains(when)).toList();
    }

    /**
     * The condition, as SQL, that the row {@code t} breaks {@link #STORED_EQUALS_ROUTED}: it has another organization
     * than its routes give, and the application did not choose it.
     *
     * @param routed the organization that the routes give
     */
    public static String wrong(ResolvedScope resolved, String routed) {
        return routed + " <> " + resolved.stored() + " AND NOT " + resolved.kept().held();
    }

    /**
     * The message of the first of these rules that does not hold; empty if all hold.
     *
     * @throws SQLException if the data cannot be read
     */
    static Optional<String> broken(List<Invariant> rules, StepContext context) throws SQLException {
        for (Invariant rule : rules) {
            Violations violations = rule.violations(context);
            if (!violations.none()) {
                return Optional.of(rule.message(context, violations));
            }
        }
        return Optional.empty();
    }

    /** Throws the message of the first of these rules that does not hold. */
    static void require(List<Invariant> rules, StepContext context) throws SQLException {
        broken(rules, context).ifPresent(message -> {
            throw new OrgScopeException(message);
        });
    }
}
