package io.orgscope.isolation;

import io.orgscope.spec.Isolation;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The row security of a step 12 that was stopped before Liquibase's record of it. Liquibase does not know of that step, so it does not roll it back. The
 * rollback of step 08 does.
 */
public final class StoppedRowSecurity {

    private StoppedRowSecurity() {
    }

    /** The lines of the ledger that are left. */
    public static List<String> lines(Ledger ledger) {
        return ledger.among(Stream.concat(Stream.of(Ledger.made(Ledger.ROW_SECURITY), Ledger.made(Ledger.FORCED_ROW_SECURITY)),
                Arrays.stream(PolicyCommand.values()).map(command -> Ledger.policy(command.policy()))));
    }

    /** Drops the policies of ours, and switches off what the step has switched on. Only for live use. */
    public static List<Action> undo(StepContext context) {
        return new RowSecurity(context, new Isolation.Rows(Isolation.Rows.DEFAULT_SETTING, List.of(), false)).disable();
    }
}
