package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Partition;
import io.orgscope.postgres.Partitioning;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.EachPartition;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index of a partitioned table. PostgreSQL cannot build it concurrently as a whole. So the step creates it on the
 * table alone, INVALID. From then on PostgreSQL creates it on every new partition. The step builds it concurrently on
 * each existing partition and attaches it. After the last one the whole index is valid. Parts that exist already are
 * used as they are.
 */
final class PartitionedIndex {

    /** Each round handles the partitions that were attached or detached during the round before. */
    private static final int MOST_ROUNDS = 1000;

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final IndexParts parts;
    private final PartNames partNames;

    PartitionedIndex(StepContext context, ScopedIndexes indexes, IndexParts parts) {
        this.context = context;
        this.indexes = indexes;
        this.parts = parts;
        this.partNames = new PartNames(context, indexes, parts);
    }

    /**
     * The actions from the creation of the index until it is valid.
     *
     * @param first  statements of the transaction that creates it
     * @param absent in a script: whether the index will not exist, whatever the catalog has now
     */
    List<Action> build(List<String> first, boolean absent) throws SQLException {
        if (!context.script()) {
            return List.of(new Action.Work(connection -> build(connection, first), List.of()));
        }
        Catalog tree = Catalog.ofTree(context.connection(), context.name());
        Optional<Index> whole = absent ? Optional.empty() : whole(tree);
        boolean stuck = whole.isPresent() && !whole.get().valid() && missing(tree, false).isEmpty();
        List<Action> actions = new ArrayList<>();
        if (stuck) {
            actions.add(dropWhole(whole.get()));
        }
        if (stuck || whole.isEmpty()) {
            List<String> guarded = new ArrayList<>(List.of(EachPartition.guard(context.connection(), context.name(), tree)));
            guarded.addAll(first);
            actions.add(create(guarded));
        }
        actions.addAll(missing(tree, absent || stuck));
        actions.add(new Action.Work(connection -> { }, List.of(refuseInvalid())));
        return actions;
    }

    /** A partition that came while the script ran has no part, or its part is not attached. What follows in the script needs the whole index. */
    private String refuseInvalid() {
        return StepScript.refuseIfAny("SELECT WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indexrelid = pg_catalog.to_regclass("
                + Literal.of(sql(context.name(), parts.name())) + ") AND i.indisvalid)", "The index " + parts.name() + " of " + context.name()
                + " is not there or not valid yet: the table has got other partitions since this script was written, and the script has not built the index on them."
                + " The statements that follow were not run. Write the script again from this step on.");
    }

    /** Drops the whole index with its attached parts, and the parts that a stopped build has left. */
    List<Action> drop(List<String> whole) throws SQLException {
        List<Action> actions = new ArrayList<>(List.of(new Action.Brief(context.name(), whole)));
        if (!context.script()) {
            actions.add(new Action.Work(this::dropUnattached, List.of()));
        }
        return actions;
    }

    private void dropUnattached(Connection connection) throws SQLException {
        Catalog tree = Catalog.ofTree(connection, context.name());
        List<Action> actions = new ArrayList<>();
        for (Partition partition : partitions(tree)) {
            Optional<Index> found = partNames.find(tree, partition);
            if (found.isPresent() && partNames.isPart(found.get(), partition.name(), partition.leaf())) {
                actions.add(dropUnattached(partition, found.get()));
            }
        }
        new StepRunner(connection, context.locks()).run(actions);
    }

    private static Action dropUnattached(Partition partition, Index index) {
        if (index.constraint() != null) {
            return new Action.Brief(partition.name(), partition.name().dropConstraint(index.constraint()));
        }
        return partition.leaf() ? new Action.Concurrent("DROP INDEX CONCURRENTLY IF EXISTS " + sql(partition.name(), index.name()))
                : new Action.Brief(partition.name(), "DROP INDEX IF EXISTS " + sql(partition.name(), index.name()));
    }

    private void build(Connection connection, List<String> first) throws SQLException {
        StepRunner runner = new StepRunner(connection, context.locks());
        boolean attachedAgain = false;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            Catalog tree = Catalog.ofTree(connection, context.name());
            Optional<Index> whole = whole(tree);
            if (whole.isEmpty()) {
                runner.run(List.of(create(first)));
                continue;
            }
            if (whole.get().valid()) {
                return;
            }
            List<Action> actions = missing(tree, false);
            boolean complete = actions.isEmpty();
            if (complete) {
                actions = attachedAgain ? List.of(dropWhole(whole.get())) : attachedAgain(tree, whole.get());
            }
            attachedAgain = complete && !attachedAgain;
            try {
                runner.run(actions);
            } catch (SQLException failed) {
                if (connection.isClosed() || !changed(connection, tree)) {
                    throw failed;
                }
            }
        }
        throw new OrgScopeException("The index " + parts.name() + " of " + context.name() + " does not become valid: partitions were attached or"
                + " detached each time. Run update again when the partitions no longer change.");
    }

    private Action create(List<String> first) {
        List<String> statements = new ArrayList<>(first);
        statements.addAll(parts.createAlone(context.name(), parts.name()));
        return new Action.Brief(context.name(), statements);
    }

    /** Whether the partitions have changed. */
    private boolean changed(Connection connection, Catalog tree) throws SQLException {
        Catalog now = Catalog.ofTree(connection, context.name());
        return !now.tables().stream().map(Table::oid).toList().equals(tree.tables().stream().map(Table::oid).toList());
    }

    private Optional<Index> whole(Catalog tree) {
        return tree.find(context.name()).flatMap(table -> table.index(parts.name()));
    }

    /** The actions for the partitions that have no part yet, beginning at the top. */
    private List<Action> missing(Catalog tree, boolean absent) throws SQLException {
        Map<TableName, String> names = new HashMap<>(Map.of(context.name(), parts.name()));
        List<Action> actions = new ArrayList<>();
        for (Partition partition : partitions(tree)) {
            Optional<Table> table = tree.find(partition.name());
            Optional<Index> above = tree.find(partition.parent()).flatMap(parent -> parent.index(names.get(partition.parent())));
            if (table.isEmpty() || !names.containsKey(partition.parent())) {
                continue;
            }
            Optional<Index> attached = absent ? Optional.empty() : above.flatMap(index -> attached(table.get(), index));
            names.put(partition.name(), attached.map(Index::name).orElseGet(() -> parts.nameFor(partition.name())));
            if (attached.isEmpty()) {
                String name = names.get(partition.name());
                actions.addAll(part(table.get(), name, absent ? Optional.empty() : table.get().index(name)));
                actions.add(attach(partition, names.get(partition.parent()), name));
            }
        }
        return actions;
    }

    private static Optional<Index> attached(Table partition, Index above) {
        return partition.indexes().stream().filter(index -> index.attachedTo() == above.oid()).findFirst();
    }

    private Action attach(Partition partition, String above, String part) {
        return new Action.Brief(partition.name(), "ALTER INDEX " + sql(partition.parent(), above) + " ATTACH PARTITION " + sql(partition.name(), part));
    }

    private static String sql(TableName table, String index) {
        return new TableName(table.schema(), index).sql();
    }

    /** Builds the index of one partition. */
    private List<Action> part(Table partition, String name, Optional<Index> found) throws SQLException {
        if (found.isPresent() && !partNames.isPart(found.get(), partition.name(), partition.kind() != 'p')) {
            throw new OrgScopeException("The name " + name + " is taken: the partition " + partition.name() + " has an index of that name, which cannot be a part of the index "
                    + parts.name() + " of " + context.name() + ". Rename it (ALTER INDEX " + sql(partition.name(), name) + " RENAME TO …), then run the command again.");
        }
        List<Action> actions = new ArrayList<>();
        if (partition.kind() == 'p') {
            if (found.isEmpty()) {
                actions.add(new Action.Brief(partition.name(), parts.createAlone(partition.name(), name)));
            }
            return actions;
        }
        if (found.isPresent() && !found.get().valid()) {
            actions.addAll(indexes.dropInvalid(partition.name(), found.get()));
        }
        if (found.isEmpty() || !found.get().valid()) {
            actions.add(buildPart(partition.name(), name));
        }
        if (found.map(Index::constraint).isEmpty()) {
            List<String> constraintAndComments = parts.constraintAndComments(partition.name(), name);
            if (!constraintAndComments.isEmpty()) {
                actions.add(new Action.Brief(partition.name(), constraintAndComments));
            }
        }
        return actions;
    }

    /** The parts of an old index refuse rows that the scoped index lets in. So if one cannot be built, all of them are dropped. */
    private Action buildPart(TableName partition, String name) {
        String create = parts.createPart(partition, name);
        if (!parts.shape().unique()) {
            return new Action.Concurrent(create);
        }
        UniqueBuild build = new UniqueBuild(context, partition, name, create, rows -> parts.old() ? OldKeyGuard.message(context, parts.name(), rows)
                : ScopedUniqueKeyHoldsPrecondition.message(context, rows));
        return parts.old() ? build.action(dropWhole(parts.constraintDefinition() == null ? null : parts.name())) : build.action();
    }

    /**
     * If the partition without a part is detached, PostgreSQL does not check whether the index is valid now. 15.19 and
     * 18.6 check when a part is attached again, 15.8 does not. And no version can check an index that has no part left.
     * What is not valid afterwards is dropped and built again.
     */
    private List<Action> attachedAgain(Catalog tree, Index whole) {
        Map<TableName, Index> attached = tree.parts(tree.find(context.name()).orElseThrow(), whole);
        List<Action> actions = new ArrayList<>();
        for (Partition partition : partitions(tree)) {
            if (attached.containsKey(partition.name())) {
                actions.add(0, attach(partition, attached.get(partition.parent()).name(), attached.get(partition.name()).name()));
            }
        }
        return actions;
    }

    /** An attached part can be neither detached nor dropped alone, so all of them are dropped. The index is ours. */
    private Action dropWhole(Index whole) {
        return new Action.Brief(context.name(), dropWhole(whole.constraint()));
    }

    /** @param constraint the constraint that it belongs to; null for none */
    private String dropWhole(String constraint) {
        return constraint == null ? "DROP INDEX IF EXISTS " + sql(context.name(), parts.name()) : context.name().dropConstraint(constraint);
    }

    static List<Partition> partitions(Catalog tree) {
        return tree.tables().stream().filter(Table::partitioned).findFirst().map(Table::partitioning).map(Partitioning::partitions)
                .orElse(List.of());
    }
}
