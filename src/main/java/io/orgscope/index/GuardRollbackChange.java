package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Expected;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.OldKey;
import io.orgscope.step.Action;
import io.orgscope.step.SeveralTablesChange;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/**
 * {@code guardRollback}. Forward, it drops indexes that an unfinished rollback has built again. In a rollback, it
 * stops before anything is dropped if an old unique key does not hold or cannot be built again, or if a scoped index
 * has to stay. It is the last change of the last change sets, so it is the first to be rolled back.
 */
@DatabaseChange(name = "guardRollback", description = "Stops a rollback before anything is dropped if an old unique key would not hold",
        priority = 1)
public final class GuardRollbackChange extends SeveralTablesChange {

    private static final String OLD_KEYS = "oldKeys";

    @Override
    protected boolean nothingToDo(Connection connection, Database database) {
        return oldKeys().isEmpty();
    }

    @Override
    protected List<Action> planForward(Target target) throws SQLException {
        if (target.script()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        List<OldKey> keys = oldKeys();
        Map<List<String>, Set<String>> declared = keys.stream().collect(Collectors.groupingBy(GuardRollbackChange::tableOf,
                Collectors.mapping(OldKey::replaces, Collectors.toSet())));
        List<UniqueSwap> swaps = swaps(target, keys);
        for (int i = 0; i < swaps.size(); i++) {
            actions.addAll(swaps.get(i).retireAgain(declared.get(tableOf(keys.get(i)))));
        }
        return actions;
    }

    @Override
    protected List<Action> planBack(Target target) throws SQLException {
        List<Action> actions = new ArrayList<>();
        for (UniqueSwap swap : swaps(target, goingBack(target.database()))) {
            OldKeyRestore restore = swap.oldKey();
            if (restore.due()) {
                actions.add(restore.guard());
            }
        }
        return actions;
    }

    private static List<String> tableOf(OldKey key) {
        return Arrays.asList(key.schema(), key.table());
    }

    private List<OldKey> oldKeys() {
        return OldKey.parse(settings().get(OLD_KEYS));
    }

    /**
     * The keys of the file, without those that another update has dropped: such a table may have to stay as it is, and its own change sets check it. If the
     * contract of a table was stopped and went on, two updates ran it. So step 10 checks all keys of its table.
     */
    private List<OldKey> goingBack(Database database) {
        List<OldKey> keys = oldKeys();
        if (keys.isEmpty()) {
            return keys;
        }
        boolean last = Stream.ofNullable(getChangeSet()).flatMap(changeSet -> changeSet.getChanges().stream()).noneMatch(RetireUniqueIndexChange.class::isInstance);
        Set<List<String>> staying = ofOtherUpdates(RetireUniqueIndexChange.class, database).stream()
                .map(change -> Arrays.asList(change.getSchemaName(), change.getTableName(), change.getReplaces())).collect(Collectors.toSet());
        return keys.stream().filter(key -> last && Objects.equals(key.schema(), getSchemaName()) && key.table().equals(getTableName())
                || !staying.contains(Arrays.asList(key.schema(), key.table(), key.replaces()))).toList();
    }

    /** A table without a schema is in the default schema, whatever schema the table of this change set has. */
    private List<UniqueSwap> swaps(Target target, List<OldKey> keys) throws SQLException {
        String schema = defaultSchema(target.database());
        ScopedTable own = settings().scopedTable(schema);
        List<ScopedTable> tables = keys.stream().map(key -> new ScopedTable(new TableName(key.schema() == null ? schema
                : key.schema(), key.table()), key.column(), own.organizations(), List.of())).toList();
        // The catalog is read once for all of them: there may be hundreds of tables, and as many change sets.
        Set<TableName> names = tables.stream().flatMap(table -> table.tables().stream()).collect(Collectors.toSet());
        Catalog catalog = target.connection() == null ? Catalog.unknown()
                : target.script() ? Catalog.qualified(target.connection(), names) : Catalog.of(target.connection(), names);
        return IntStream.range(0, keys.size()).mapToObj(i -> {
            List<String> problems = new ArrayList<>();
            ResolvedScope resolved = ResolvedScope.of(tables.get(i), catalog, target.script() ? Expected.SCRIPT : Expected.NOTHING, problems);
            StepContext context = new StepContext(target.connection(), catalog, resolved, settings().locks(), target.script(), List.copyOf(problems));
            return new UniqueSwap(context, keys.get(i).index(), keys.get(i).replaces(), List.of());
        }).toList();
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        oldKeys();
    }

    /** The checksum leaves out the old keys of the whole file. A table that is added later must not change it. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.concat(super.notInChecksum(), Stream.of(OLD_KEYS));
    }

    @DatabaseChangeProperty(description = "The old keys, as a YAML list of table, column, replaces, index", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getOldKeys() {
        return settings().get(OLD_KEYS);
    }

    public void setOldKeys(String value) {
        settings().set(OLD_KEYS, value);
    }
}
