package io.orgscope.index;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.change.DatabaseChange;

/** Step 06, {@code createScopedUniqueIndex}. */
@DatabaseChange(name = "createScopedUniqueIndex", description = "A unique index that begins with the organization column, built concurrently", priority = 1)
public final class CreateScopedUniqueIndexChange extends UniqueSwapChange {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        List<Action> actions = new ArrayList<>(swap(context).build());
        if (!actions.isEmpty() && !context.script() && settings().get(REPLACES) == null) {
            actions.add(0, new Action.Work(connection -> refuseDuplicates(context), List.of()));
        }
        return actions;
    }

    private void refuseDuplicates(StepContext context) throws SQLException {
        Optional<String> duplicates = ScopedUniqueKeyHoldsPrecondition.failure(context, columns());
        if (duplicates.isPresent()) {
            throw new OrgScopeException(duplicates.get());
        }
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        UniqueSwap swap = swap(context);
        List<Action> actions = new ArrayList<>(swap.oldKey().restoreIfRetired());
        actions.addAll(swap.dropNew());
        return actions;
    }
}
