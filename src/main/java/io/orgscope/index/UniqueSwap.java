package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.QualifiedIndexes;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps 06 and 09: builds a unique index with the organization in front beside the old one, and later drops the old one.
 * The rollback checks that the old key still holds, and builds the old index again.
 */
public final class UniqueSwap {

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String name;
    private final String replaces;
    private final List<String> columns;

    /**
     * @param replaces the old unique index or constraint; null for none
     * @param columns  the columns after the organization; empty to take those of the old index
     */
    public UniqueSwap(StepContext context, String name, String replaces, List<String> columns) {
        this.context = context;
        this.indexes = new ScopedIndexes(context);
        this.name = name;
        this.replaces = replaces;
        this.columns = columns;
    }

    /** The actions of the update. Throws if something prevents them. */
    public List<Action> build() throws SQLException {
        context.sound();
        if (replaces == null) {
            requireColumns();
            List<String> all = new ArrayList<>(List.of(context.scope().column()));
            all.addAll(columns);
            return indexes.build(name, IndexShape.of(true, all));
        }
        Optional<Index> old = indexes.index(replaces);
        if (old.isPresent()) {
            new ReplaceableIndex(context, old.get(), tree()).require(columns);
            return indexes.build(name, IndexShape.of(old.get(), context.name()).ledBy(context.scope().column()));
        }
        Optional<Index> swapped = indexes.index(name).filter(index -> index.unique() && index.ledBy(context.scope().column()));
        swapped.ifPresent(indexes::refuseDeferrable);
        if (swapped.isPresent() || context.ledger().retired(replaces).isPresent()) {
            return List.of();
        }
        if (context.table().isEmpty() && !columns.isEmpty()) {
            return indexes.build(name, IndexShape.of(true, columns).ledBy(context.scope().column()));
        }
        throw new OrgScopeException(context.table().isEmpty()
                ? "Without a database, the columns of the index " + replaces + " have to be declared (columns: [ … ])."
                : context.name() + " has no index or unique constraint " + replaces + "." + ofPartition() + Names.didYouMean(replaces,
                        context.table().get().indexes().stream().filter(Index::unique).map(Index::name).toList()));
    }

    /** The hint that an index exists only on one partition. Such an index is unique only within that partition. */
    private String ofPartition() throws SQLException {
        if (!context.partitioned()) {
            return "";
        }
        return Catalog.ofTree(context.connection(), context.name()).tables().stream().filter(table -> table.index(replaces).isPresent()).findFirst()
                .map(table -> " It is an index of the partition " + table.name() + " alone: only an index of the whole can be replaced. Leave it as it"
                        + " is, or replace it by hand.").orElse("");
    }

    private void requireColumns() {
        List<String> have = context.table().map(Table::columns).orElse(List.of()).stream().map(Column::name).toList();
        if (context.table().isPresent()) {
            if (columns.contains(context.scope().column())) {
                throw new OrgScopeException("The unique index " + name + " has " + context.scope().column() + " as its first column already. Take it"
                        + " out of 'columns:'.");
            }
            columns.stream().filter(column -> !have.contains(column)).findFirst().ifPresent(column -> {
                throw new OrgScopeException("The unique index " + name + " uses " + context.name().column(column)
                        + ", but there is no such column." + Names.didYouMean(column, have));
            });
            requirePartitionKey(context.table().get());
        }
    }

    /** PostgreSQL checks uniqueness only within one partition. So the key has to include the partition key. */
    private void requirePartitionKey(Table table) {
        List<String> without = !table.partitioned() ? List.of() : table.partitioning().key().stream()
                .filter(column -> !columns.contains(column) && !column.equals(context.scope().column())).toList();
        if (without.contains("")) {
            throw new OrgScopeException("The unique index " + name + " is not possible: " + table.name() + " is partitioned by an expression, and"
                    + " PostgreSQL can keep a key unique only within a partition. Take it out of 'unique:', or make the key unique in another table.");
        }
        if (!without.isEmpty()) {
            throw new OrgScopeException("The unique index " + name + " has to include the partition key of " + table.name() + ", " + String.join(", ", without)
                    + ": PostgreSQL can keep a key unique only within a partition. Add it to 'columns:', or take the index out of 'unique:'.");
        }
    }

    List<Action> dropNew() throws SQLException {
        return indexes.drop(name);
    }

    List<Action> retire() throws SQLException {
        context.sound();
        Optional<Index> old = replaces == null ? Optional.empty() : indexes.index(replaces);
        if (old.isEmpty()) {
            return context.script() && context.table().isEmpty() && replaces != null ? retireUnseen() : List.of();
        }
        Catalog tree = tree();
        new ReplaceableIndex(context, old.get(), tree).refuseReplicaIdentity();
        List<String> note = context.ledger().retired(replaces).isPresent() ? List.of()
                : List.of(context.ledger().note(Ledger.retired(replaces, remember(old.get(), tree))));
        String scoped = requireNew(old.get());
        if (context.partitioned() || old.get().constraint() != null) {
            return retireWhole(old.get(), Stream.concat(Stream.of(StepScript.raiseIfAny(indexes.unlessUnique(scoped), missing(scoped))), note.stream()));
        }
        List<Action> actions = new ArrayList<>(List.of(checkNew(scoped)));
        if (!note.isEmpty()) {
            actions.add(new Action.Brief(context.name(), note));
        }
        actions.add(indexes.dropIfExists(replaces));
        return actions;
    }

    /** In one transaction: the index of a constraint, or that of a partitioned table with its parts. */
    private List<Action> retireWhole(Index old, Stream<String> before) throws SQLException {
        List<String> statements = Stream.concat(before, Stream.of(old.constraint() == null ? "DROP INDEX IF EXISTS " + new TableName(context.name().schema(), old.name()).sql()
                : "ALTER TABLE " + context.name().sql() + " DROP CONSTRAINT " + Identifier.quote(old.constraint()))).toList();
        return context.partitioned() ? parts(context.ledger().retired(replaces).orElseGet(() -> OldParts.none(old, context.name()))).drop(statements)
                : List.of(new Action.Brief(context.name(), statements));
    }

    /** The text from which the old index can be built again. */
    private String remember(Index old, Catalog tree) throws SQLException {
        Table table = context.table().orElseThrow();
        Map<TableName, Index> parts = OldParts.find(old, table, tree);
        QualifiedIndexes qualified = QualifiedIndexes.of(context.connection(), parts.values());
        parts.replaceAll((name, index) -> qualified.qualified(index));
        return context.partitioned() ? OldParts.remember(parts, table, tree) : OldIndex.restore(parts.get(table.name()), table.name());
    }

    /** The table, with its partitions if it has any. */
    private Catalog tree() throws SQLException {
        return context.partitioned() ? Catalog.ofTree(context.connection(), context.name()) : context.catalog();
    }

    private PartitionedIndex parts(String text) {
        return new PartitionedIndex(context, indexes, OldParts.parts(replaces, text));
    }

    /**
     * Drops what a stopped rollback of this step has built of the old index. Liquibase does not run this step again in
     * the next update, because it counts as done.
     */
    List<Action> retireAgain() throws SQLException {
        return replaces != null && indexes.index(replaces).isPresent() && context.ledger().retired(replaces).isPresent()
                ? retire() : List.of();
    }

    /**
     * Between its creation and now the new index may have been dropped. Then only the old one prevents duplicates.
     *
     * @return the name of the index that replaces the old one. It is another one than ours if step 06 has adopted it
     */
    private String requireNew(Index old) {
        Optional<String> found = fitting(IndexShape.of(old, context.name()), indexes.valid()).map(Index::name);
        if (found.isEmpty() && !context.script()) {
            throw new OrgScopeException(missing(name));
        }
        return found.orElse(name);
    }

    /** {@link #requireNew} in a script, when it runs. */
    private Action checkNew(String scoped) {
        return new Action.Work(connection -> { }, List.of(StepScript.refuseIfAny(indexes.unlessUnique(scoped), missing(scoped))));
    }

    /** The one of these indexes that has the organization in front of the columns of the old one. */
    private Optional<Index> fitting(IndexShape old, List<Index> among) {
        IndexShape scoped = old.ledBy(context.scope().column());
        return among.stream().filter(index -> index.immediate() && IndexShape.of(index, context.name()).same(scoped)).findFirst();
    }

    private String missing(String scoped) {
        return "The unique index " + scoped + " of " + context.name() + " is not there or not valid, or it is deferrable, so " + replaces + " stays:"
                + " if both were missing, duplicates could be inserted. Nothing was dropped. If it is INVALID, drop it (DROP INDEX " + (context.partitioned() ? "" : "CONCURRENTLY ")
                + new TableName(context.name().schema(), scoped).sql() + "). Run step 06 again, then this step.";
    }

    /**
     * Builds the old index again if a stopped step 09 has dropped it, or was about to. Liquibase does not roll that step back, because it does not
     * count as done. A script only checks, because the rollback of step 09 comes before it.
     */
    List<Action> restoreOldIfRetired() throws SQLException {
        if (replaces == null || context.ledger().retired(replaces).isEmpty()) {
            return List.of();
        }
        return context.script() ? List.of(StepScript.refuseIfStopped(context.name(), context.ledger(), context.ledger().retiredLine(replaces).toList()))
                : restoreOld();
    }

    List<Action> restoreOld() throws SQLException {
        if (replaces == null) {
            return List.of();
        }
        Optional<Index> old = indexes.index(replaces);
        Optional<String> sql = context.ledger().retired(replaces);
        if (sql.isEmpty() && context.script() && old.isPresent()) {
            sql = Optional.of(remember(old.get(), tree()));
        }
        if (sql.isEmpty()) {
            return notKnown();
        }
        refuseRenamed();
        boolean built = old.isPresent() && old.get().valid() && !(context.script() && context.ledger().retired(replaces).isEmpty());
        List<Action> actions = new ArrayList<>();
        if (!built) {
            actions.add(oldKeyGuard().guardBuild());
            if (old.isPresent() && !old.get().valid() && !context.partitioned()) {
                actions.add(indexes.dropIfExists(replaces));
            }
        }
        String forget = context.ledger().forgetRetired(replaces);
        if (context.partitioned()) {
            actions.addAll(built ? List.of() : parts(sql.get()).build(List.of(), context.ledger().retired(replaces).isEmpty()));
            actions.add(new Action.Brief(context.name(), forget));
        } else if (built && old.get().constraint() != null) {
            actions.add(new Action.Brief(context.name(), forget));
        } else {
            actions.addAll(OldIndex.rebuild(sql.get(), context.name(), built, forget));
        }
        return actions;
    }

    private List<Action> notKnown() {
        return context.script() && context.table().isEmpty() ? List.of(new Action.Concurrent(unseen())) : List.of();
    }

    private List<Action> retireUnseen() {
        return List.of(checkNew(name), new Action.Brief(context.name(), context.ledger().note(Ledger.retired(replaces, unseen()))),
                indexes.dropIfExists(replaces));
    }

    /** The old index as declared, for a script without a database. */
    private String unseen() {
        if (columns.isEmpty()) {
            throw new OrgScopeException("Without a database, the columns of the index " + replaces
                    + " have to be declared (columns: [ … ]).");
        }
        return IndexShape.of(true, columns).create(replaces, context.name());
    }

    /** Stops before anything is dropped if the old key does not hold or cannot be built again, or if the scoped index has to stay. */
    Action guard() throws SQLException {
        OldKeyGuard guard = oldKeyGuard();
        if (!guard.held()) {
            refuseRenamed();
        }
        return guard.guard(connection -> indexes.refuseNeeded(name));
    }

    private void refuseRenamed() throws SQLException {
        Optional<String> noted = context.ledger().retired(replaces).filter(text -> indexes.index(replaces).isEmpty());
        if (noted.isPresent() && indexes.index(name).isPresent()) {
            RenamedColumns.refuse(context, "the unique index " + replaces, replaces, OldIndex.shape(noted.get(), context.name()), indexes.index(name).get());
        }
    }

    private OldKeyGuard oldKeyGuard() throws SQLException {
        Optional<Index> known = indexes.index(name).or(() -> indexes.index(replaces));
        return new OldKeyGuard(context, known.isPresent() ? known : adopted(), replaces);
    }

    /** The index with another name than ours that step 06 has adopted. The note of the old index tells what it looks like. */
    private Optional<Index> adopted() throws SQLException {
        Optional<String> noted = context.ledger().retired(replaces);
        if (noted.isEmpty()) {
            return Optional.empty();
        }
        QualifiedIndexes qualified = QualifiedIndexes.of(context.connection(), indexes.valid());
        IndexShape scoped = OldIndex.shape(noted.get(), context.name()).ledBy(context.scope().column());
        return indexes.valid().stream().map(qualified::qualified).filter(index -> index.immediate() && IndexShape.of(index, context.name()).sameWithoutCasts(scoped))
                .findFirst();
    }

    /** Whether the old index is dropped, or will be when the script runs, so that a rollback has to build it again. */
    boolean retired() {
        return replaces != null && (context.ledger().retired(replaces).isPresent() || context.script());
    }
}
