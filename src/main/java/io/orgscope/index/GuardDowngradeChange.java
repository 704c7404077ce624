package io.orgscope.index;

import io.orgscope.route.ScopedTable;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.OldKey;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import liquibase.ChecksumVersion;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/**
 * {@code guardDowngrade}: does nothing forward. Rolled back, it refuses the whole downgrade while an old unique key
 * could not hold. It is the last change of the last change sets, so that it speaks before anything is dropped.
 */
@DatabaseChange(name = "guardDowngrade", description = "Refuses a rollback, with nothing dropped, while an old unique key could not hold",
        priority = 1)
public final class GuardDowngradeChange extends OrganizationScopeChange {

    private static final String OLD_KEYS = "oldKeys";

    @Override
    protected List<Action> forward(StepContext context) {
        return List.of();
    }

    @Override
    protected List<Action> back(StepContext context) {
        return List.of();
    }

    /** A table without a schema is in the default one, wherever the table of this change set is. */
    @Override
    protected List<Action> planBack(Connection connection, Database database, boolean script) throws SQLException {
        List<Action> actions = new ArrayList<>();
        ScopedTable own = settings().scopedTable(defaultSchema(database));
        for (OldKey key : OldKey.parse(settings().get(OLD_KEYS))) {
            TableName name = new TableName(key.schema() == null ? defaultSchema(database) : key.schema(), key.table());
            StepContext other = StepContext.of(connection, new ScopedTable(name, key.column(), own.organizations(), List.of()),
                    settings().locks(), script);
            UniqueSwap swap = new UniqueSwap(other, key.index(), key.replaces(), List.of());
            if (swap.retired()) {
                actions.add(swap.guard());
            }
        }
        return actions;
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        OldKey.parse(settings().get(OLD_KEYS));
    }

    /** The old keys of the whole file: those of a table that joins it later must not make another change of this one. */
    @Override
    public String[] getExcludedFieldFilters(ChecksumVersion version) {
        return Stream.concat(Arrays.stream(super.getExcludedFieldFilters(version)), Stream.of(OLD_KEYS)).toArray(String[]::new);
    }

    @DatabaseChangeProperty(description = "The old keys, as a YAML list of table, column, replaces, index", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOldKeys() {
        return settings().get(OLD_KEYS);
    }

    public void setOldKeys(String value) {
        settings().set(OLD_KEYS, value);
    }
}
