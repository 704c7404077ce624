package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.IndexReferences;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.Connection;
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
            requireReplaceable(old.get());
            return indexes.build(name, IndexShape.of(old.get(), context.name()).ledBy(context.scope().column()));
        }
        boolean swapped = indexes.index(name).filter(index -> index.unique() && index.ledBy(context.scope().column())).isPresent();
        if (swapped || context.ledger().retired(replaces).isPresent()) {
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

    private void requireReplaceable(Index old) throws SQLException {
        int references = IndexReferences.count(context.connection(), old);
        String problem = !old.unique() ? "is not unique"
                : !old.replaceable() ? "is not a btree: an index over ranges cannot be scoped"
                : old.primary() ? "is the primary key"
                : !old.valid() ? "is INVALID: a build of it failed"
                : !old.immediate() ? "belongs to a deferrable constraint, which a unique index cannot replace"
                : references > 0 ? "is what " + references + " foreign keys reference"
                : old.columns().contains(context.scope().column()) ? "has the organization column already"
                : null;
        if (problem != null) {
            throw new OrgScopeException("The index " + old.name() + " of " + context.name() + " " + problem
                    + ": it cannot be replaced. Take it out of 'unique:'.");
        }
        refuseReplicaIdentity(old);
        if (!columns.isEmpty() && !columns.equals(old.columns())) {
            throw new OrgScopeException("The index " + old.name() + " of " + context.name() + " is over " + old.columns()
                    + ", but the declaration says " + columns + ". Correct it, or leave 'columns:' out.");
        }
    }

    /**
     * Somebody may make the index the replica identity after step 06. Without it every UPDATE and DELETE would fail that a publication replicates.
     * REPLICA IDENTITY does not descend to partitions, so each part is looked at.
     */
    private void refuseReplicaIdentity(Index old) throws SQLException {
        Table table = context.table().orElseThrow();
        Map<TableName, Index> all = context.partitioned() ? OldParts.find(old, table, Catalog.ofTree(context.connection(), context.name()))
                : Map.of(table.name(), old);
        all.forEach((name, index) -> {
            if (index.replicaIdentity()) {
                throw new OrgScopeException("The index " + index.name() + " of " + name + " is its replica identity: without it, UPDATE and DELETE"
                        + " fail if a publication has the table. Give it another one (ALTER TABLE " + name.sql() + " REPLICA IDENTITY …), then run"
                        + " update again; or take " + replaces + " out of 'unique:'.");
            }
        });
    }

    List<Action> dropNew() {
        return indexes.drop(name);
    }

    List<Action> retire() throws SQLException {
        context.sound();
        Optional<Index> old = replaces == null ? Optional.empty() : indexes.index(replaces);
        if (old.isEmpty()) {
            return context.script() && context.table().isEmpty() && replaces != null ? retireUnseen() : List.of();
        }
        refuseReplicaIdentity(old.get());
        List<String> note = context.ledger().retired(replaces).isPresent() ? List.of()
                : List.of(context.ledger().note(Ledger.retired(replaces, remember(old.get()))));
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Work(this::requireNew, List.of()));
        if (context.partitioned()) {
            actions.addAll(retireParts(old.get(), note));
        } else if (old.get().constraint() != null) {
            actions.add(new Action.Brief(context.name(), Stream.concat(note.stream(), Stream.of("ALTER TABLE " + context.name().sql()
                    + " DROP CONSTRAINT " + Identifier.quote(old.get().constraint()))).toList()));
        } else {
            actions.add(new Action.Brief(context.name(), note));
            actions.add(indexes.dropIfExists(replaces));
        }
        return actions;
    }

    private List<Action> retireParts(Index old, List<String> note) throws SQLException {
        List<String> statements = new ArrayList<>(note);
        statements.add(old.constraint() == null ? "DROP INDEX IF EXISTS " + new TableName(context.name().schema(), old.name()).sql()
                : "ALTER TABLE " + context.name().sql() + " DROP CONSTRAINT " + Identifier.quote(old.constraint()));
        return parts(context.ledger().retired(replaces).orElseGet(() -> OldParts.none(old, context.name()))).drop(statements);
    }

    /** The text from which the old index can be built again. */
    private String remember(Index old) throws SQLException {
        return context.partitioned() ? OldParts.remember(old, context.table().orElseThrow(), Catalog.ofTree(context.connection(), context.name()))
                : OldIndex.restore(old, context.name());
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

    /** Between its creation and now the new index may have been dropped. Then only the old one prevents duplicates. */
    private void requireNew(Connection connection) {
        Optional<Index> old = indexes.index(replaces);
        boolean holds = old.isPresent() && indexes.valid().stream().anyMatch(index -> IndexShape.of(index, context.name())
                .same(IndexShape.of(old.get(), context.name()).ledBy(context.scope().column())));
        if (!holds) {
            throw new OrgScopeException("The unique index " + name + " of " + context.name() + " is not there or not valid, so " + replaces
                    + " stays: if both were missing, duplicates could be inserted. Nothing was dropped. Run step 06 first.");
        }
    }

    /**
     * Builds the old index again if a stopped step 09 has dropped it, or was about to. Liquibase does not roll that step back, because it does not
     * count as done.
     */
    List<Action> restoreOldIfRetired() throws SQLException {
        return replaces != null && context.ledger().retired(replaces).isPresent() ? restoreOld() : List.of();
    }

    List<Action> restoreOld() throws SQLException {
        if (replaces == null) {
            return List.of();
        }
        Optional<Index> old = indexes.index(replaces);
        Optional<String> sql = context.ledger().retired(replaces);
        if (sql.isEmpty() && context.script() && old.isPresent()) {
            sql = Optional.of(remember(old.get()));
        }
        if (sql.isEmpty()) {
            return notKnown();
        }
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
        return List.of(new Action.Brief(context.name(), context.ledger().note(Ledger.retired(replaces, unseen()))),
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

    /** Stops before anything is dropped if the old key does not hold. */
    Action guard() {
        return oldKeyGuard().guard();
    }

    private OldKeyGuard oldKeyGuard() {
        return new OldKeyGuard(context, indexes.index(name).or(() -> indexes.index(replaces)), replaces);
    }

    /** Whether the old index is dropped, or will be when the script runs, so that a rollback has to build it again. */
    boolean retired() {
        return replaces != null && (context.ledger().retired(replaces).isPresent() || context.script());
    }
}
