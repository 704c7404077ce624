package io.orgscope.invariant;

import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import liquibase.precondition.Precondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An invariant as a precondition. */
public abstract class InvariantPrecondition extends OrganizationScopePrecondition {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantPrecondition.class);

    private final Invariant invariant;

    InvariantPrecondition(Invariant invariant) {
        this.invariant = invariant;
    }

    /** The invariants of the preconditions that Liquibase's service file names, in its order. */
    static List<Invariant> rules() {
        List<Invariant> rules = new ArrayList<>();
        Iterator<ServiceLoader.Provider<Precondition>> all =
                ServiceLoader.load(Precondition.class, InvariantPrecondition.class.getClassLoader()).stream().iterator();
        while (hasNext(all)) {
            ServiceLoader.Provider<Precondition> next = all.next();
            if (InvariantPrecondition.class.isAssignableFrom(next.type())) {
                rules.add(((InvariantPrecondition) next.get()).invariant);
            }
        }
        return rules;
    }

    /** Leaves out the precondition of another jar that cannot be loaded, as Liquibase does. */
    private static boolean hasNext(Iterator<ServiceLoader.Provider<Precondition>> all) {
        while (true) {
            try {
                return all.hasNext();
            } catch (ServiceConfigurationError unusable) {
                LOG.debug("A precondition cannot be loaded", unusable);
            }
        }
    }

    @Override
    public final String getName() {
        return invariant.id();
    }

    @Override
    protected final Optional<String> missing() {
        return super.missing().or(() -> invariant.needsRoute() ? missingRoute() : Optional.empty());
    }

    @Override
    protected final Optional<String> failure(StepContext context) throws SQLException {
        if (context.table().isEmpty()) {
            // Many rules hold where there is nothing to look at.
            context.sound();
        }
        Violations violations = invariant.violations(context);
        return violations.none() ? Optional.empty() : Optional.of(invariant.message(context, violations));
    }
}
