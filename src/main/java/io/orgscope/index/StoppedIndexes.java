package io.orgscope.index;

import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The indexes that a stopped step 06 or 07 has left. Liquibase does not know of the step, so it does not roll it back. */
public final class StoppedIndexes {

    private StoppedIndexes() {
    }

    /** Drops the index of ours with this name, with the parts of partitions, and takes it out of the ledger. A stopped step may have noted it only. */
    public static List<Action> drop(StepContext context, String name) throws SQLException {
        ScopedIndexes indexes = new ScopedIndexes(context);
        if (!context.partitioned()) {
            return indexes.drop(name);
        }
        indexes.refuseNeeded(name);
        String forget = context.ledger().forget(Ledger.made(name));
        String whole = indexes.index(name).isPresent() ? "DROP INDEX IF EXISTS " + new TableName(context.name().schema(), name).sql() : forget;
        IndexShape shape = indexes.index(name).map(index -> IndexShape.of(index, context.name())).orElse(null);
        List<Action> actions = new ArrayList<>(new PartitionedIndex(context, indexes, IndexParts.of(name, shape)).drop(List.of(whole)));
        actions.add(new Action.Brief(context.name(), forget));
        return actions;
    }
}
