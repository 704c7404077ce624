package io.orgscope.invariant;

import io.orgscope.column.ChosenOrganizations;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.index.ScopedPrimaryKey;
import io.orgscope.reference.BegunReferences;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;

/** Step 08, {@code verifyOrganizationScope}: checks every invariant. */
@DatabaseChange(name = "verifyOrganizationScope", description = "Checks every invariant of a scoped table; changes nothing", priority = 1)
public final class VerifyOrganizationScopeChange extends OrganizationScopeChange {

    @Override
    protected List<Action> forward(StepContext context) {
        context.sound();
        List<String> script = Stream.of(Invariants.NO_ROW_WITHOUT, Invariants.STORED_EQUALS_ROUTED)
                .map(invariant -> refuse(invariant, context)).toList();
        return List.of(new Action.Work(connection -> verify(context), script));
    }

    @Override
    protected List<Action> back(StepContext context) {
        return Stream.of(new ScopedPrimaryKey(context).dropBegun(), BegunReferences.restore(context), new ChosenOrganizations(context).keep())
                .flatMap(List::stream).toList();
    }

    private static void verify(StepContext context) throws SQLException {
        Optional<String> broken = Invariants.broken(Invariants.afterwards(), context);
        if (broken.isPresent()) {
            throw new OrgScopeException(broken.get());
        }
    }

    private static String refuse(Invariant invariant, StepContext context) {
        return StepScript.refuseIfAny(invariant.query(context).orElseThrow(),
                invariant.id() + ": " + context.name() + ": " + invariant.broken() + " " + invariant.remedy());
    }
}
