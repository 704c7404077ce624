package io.orgscope.index;

import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.RolledBackEarlier;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;

/** Step 09, {@code retireUniqueIndex}. It belongs to the contract: no application uses the old key any more. */
@DatabaseChange(name = "retireUniqueIndex", description = "Drops the unique index that the scoped one replaces; its rollback checks the old key and"
        + " builds the index again", priority = 1)
public final class RetireUniqueIndexChange extends UniqueSwapChange implements RolledBackEarlier {

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return swap(context).retire(ofSameTable(RetireUniqueIndexChange.class).map(UniqueSwapChange::getReplaces).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        return swap(context).oldKey().restore();
    }

    /** Without the old index an ON CONFLICT of the old application fails, and nothing refuses its duplicates. */
    @Override
    public List<String> ledgerLines(Ledger ledger) {
        return Stream.ofNullable(getReplaces()).flatMap(ledger::retiredLine).toList();
    }
}
