package io.orgscope.column;

import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;

/**
 * Other routes than those for which the triggers were made. The transaction that makes the triggers again notes it in the ledger. The note goes when every row is
 * known to hold what the new routes give. Until then, a repair or an update may have stopped half way.
 */
final class ChangedRoutes {

    private static final String LINE = Ledger.did("change the routes");

    private final StepContext context;

    ChangedRoutes(StepContext context) {
        this.context = context;
    }

    /** Whether rows may hold what former routes gave. */
    boolean present() throws SQLException {
        return noted() || FoundFunction.of(context).filter(found -> !found.follows(context.resolved())).isPresent();
    }

    /** Statements for the transaction that makes the triggers. */
    List<String> note() throws SQLException {
        return present() && !noted() ? List.of(context.ledger().note(LINE)) : List.of();
    }

    /** The statement that removes the note. */
    String forget() {
        return context.ledger().forget(LINE);
    }

    boolean noted() {
        return context.ledger().has(LINE);
    }
}
