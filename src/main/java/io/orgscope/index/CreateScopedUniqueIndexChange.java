package io.orgscope.index;

import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import liquibase.change.DatabaseChange;

/** Step 06, {@code createScopedUniqueIndex}. */
@DatabaseChange(name = "createScopedUniqueIndex", description = "A unique index with the organization in front, built concurrently", priority = 1)
public final class CreateScopedUniqueIndexChange extends UniqueSwapChange {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return swap(context).build();
    }

    @Override
    protected List<Action> back(StepContext context) {
        return swap(context).dropNew();
    }
}
