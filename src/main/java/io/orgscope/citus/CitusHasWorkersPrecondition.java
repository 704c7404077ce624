package io.orgscope.citus;

import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import io.orgscope.step.UpdateSummary;
import java.sql.SQLException;
import java.util.Optional;

/** {@code citusHasWorkers}: Citus is there with at least one worker node. Until then, step 15 waits. */
public final class CitusHasWorkersPrecondition extends OrganizationScopePrecondition {

    @Override
    public String getName() {
        return "citusHasWorkers";
    }

    @Override
    protected Optional<String> failure(StepContext context) throws SQLException {
        Optional<String> missing = Cluster.missing(context.connection());
        missing.ifPresent(why -> UpdateSummary.current().waits(context.name().toString(), why));
        return missing.map(why -> getName() + ": " + context.name() + ": " + why);
    }
}
