package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Steps 06 and 09: builds a unique index with the organization in front beside the old one, and later drops the old one.
 * {@link OldKeyRestore} is the way back.
 */
public final class UniqueSwap {

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String name;
    private final String replaces;
    private final List<String> columns;
    private final RetiredIndex retired;

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
        this.retired = new RetiredIndex(context, indexes, replaces, columns);
    }

    /** The way back: the old index, as step 09 has dropped it. */
    OldKeyRestore oldKey() {
        return new OldKeyRestore(context, indexes, name, retired);
    }

    /** The actions of the update. Throws if something prevents them. */
    public List<Action> build() throws SQLException {
        context.sound();
        if (replaces == null) {
            requireColumns();
            List<String> all = new ArrayList<>(List.of(context.scope().column()));
            all.addAll(columns);
            return indexes.build(name, IndexShape.of(true, all), (connection, failed) -> UniqueBuild.ofRows(failed) ? Optional.of(
                    ScopedUniqueKeyHoldsPrecondition.failure(context, columns).orElseGet(() -> UniqueBuild.noneNow(name, context.name()))) : Optional.empty());
        }
        Optional<Index> old = retired.stillThere();
        if (old.isPresent()) {
            new ReplaceableIndex(context, old.get(), retired.tree()).require(columns);
            boolean built = indexes.index(name).map(index -> context.ledger().has(Ledger.made(name))).orElseGet(() -> indexes.scoping(old.get()).isEmpty());
            List<Action> actions = new ArrayList<>(indexes.build(name, IndexShape.of(old.get(), context.name()).ledBy(context.scope().column())));
            actions.addAll(new ExpressionStatistics(context).targets(old.get(), retired.tree(), name, built));
            return actions;
        }
        Optional<Index> swapped = indexes.index(name).filter(index -> index.unique() && index.ledBy(context.scope().column()));
        swapped.ifPresent(indexes::refuseDeferrable);
        if (swapped.isPresent() || retired.noted().isPresent()) {
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
            columns.stream().filter(context.table().get()::virtual).findFirst().ifPresent(column -> {
                throw new OrgScopeException("The unique index " + name + " uses " + context.name().column(column) + ", a virtual generated column, and PostgreSQL"
                        + " has no index over one. Drop it and add it again as STORED, or take it out of 'columns:'.");
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
        List<Action> drop = indexes.drop(name);
        // The old index was built again after its statistics had gone.
        Optional<Index> expressions = replaces == null || drop.isEmpty() ? Optional.empty() : indexes.index(name).or(retired::index);
        return expressions.map(index -> Stream.concat(new ExpressionStatistics(context).gather(index, replaces).stream(), drop.stream()).toList()).orElse(drop);
    }

    /** @param declared the indexes of the table that step 09 drops, by the declaration */
    List<Action> retire(Set<String> declared) throws SQLException {
        context.sound();
        Optional<Index> old = retired.stillThere();
        if (old.isEmpty()) {
            return retireMissing(declared);
        }
        Catalog tree = retired.tree();
        List<Action> actions = new ArrayList<>(new OtherUniqueIndexes(context, indexes, replaces, declared).beside(old.get(), tree));
        new ReplaceableIndex(context, old.get(), tree).refuseNeeded();
        List<String> note = retired.noted().isPresent() ? List.of()
                : List.of(context.ledger().note(Ledger.retired(replaces, retired.remember(old.get(), tree))));
        String scoped = requireNew(old.get());
        String missing = missing(scoped, IndexShape.of(old.get(), context.name()));
        actions.addAll(new ExpressionStatistics(context).gather(old.get(), scoped));
        if (context.partitioned() || old.get().constraint() != null) {
            actions.addAll(retireWhole(old.get(), Stream.concat(Stream.of(StepScript.raiseIfAny(indexes.unlessUnique(scoped), missing)), note.stream())));
            return actions;
        }
        actions.add(checkNew(scoped, missing));
        if (!note.isEmpty()) {
            actions.add(new Action.Brief(context.name(), note));
        }
        actions.add(indexes.dropIfExists(replaces));
        return actions;
    }

    /** Nothing to do if somebody has dropped the old index. */
    private List<Action> retireMissing(Set<String> declared) throws SQLException {
        if (replaces == null || retired.noted().isPresent()) {
            return List.of();
        }
        if (context.table().isEmpty()) {
            return context.script() ? retireUnseen() : List.of();
        }
        new OtherUniqueIndexes(context, indexes, replaces, declared).refuseRenamed(name);
        return List.of();
    }

    /** In one transaction: the index of a constraint, or that of a partitioned table with its parts. */
    private List<Action> retireWhole(Index old, Stream<String> before) throws SQLException {
        List<String> statements = Stream.concat(before, Stream.of(old.constraint() == null ? "DROP INDEX IF EXISTS " + new TableName(context.name().schema(), old.name()).sql()
                : "ALTER TABLE " + context.name().sql() + " DROP CONSTRAINT " + Identifier.quote(old.constraint()))).toList();
        return context.partitioned() ? retired.parts(retired.noted().orElseGet(() -> OldParts.none(old, context.name()))).drop(statements)
                : List.of(new Action.Brief(context.name(), statements));
    }

    /**
     * Drops what a stopped rollback of this step has built of the old index. Liquibase does not run this step again in
     * the next update, because it counts as done. Another index may have the name.
     */
    List<Action> retireAgain(Set<String> declared) throws SQLException {
        return retired.stillThere().isPresent() && retired.noted().isPresent() ? retire(declared) : List.of();
    }

    /**
     * Between its creation and now the new index may have been dropped. Then only the old one prevents duplicates.
     *
     * @return the name of the index that replaces the old one. It is another one than ours if step 06 has adopted it
     */
    private String requireNew(Index old) throws SQLException {
        Optional<String> found = indexes.scoping(old).map(Index::name);
        if (found.isEmpty() && !context.script()) {
            throw new OrgScopeException(missing(name, freeTheName(), IndexShape.of(old, context.name())));
        }
        return found.orElse(name);
    }

    /** {@link #requireNew} in a script, when it runs. */
    private Action checkNew(String scoped, String missing) {
        return new Action.Work(connection -> { }, List.of(StepScript.refuseIfAny(indexes.unlessUnique(scoped), missing)));
    }

    /** What has to be done before the index can be built, because PostgreSQL refuses a name that is taken (42P07). An index that is in use is not to be dropped. */
    private String freeTheName() throws SQLException {
        Optional<Index> ours = indexes.index(name);
        if (ours.isPresent() && !(ours.get().valid() && ours.get().immediate())) {
            return "First drop what has its name (" + indexes.dropByHand(ours.get()) + "). ";
        }
        return indexes.taken(name).map(taken -> "Its name is taken: the schema has " + taken + ". First rename that (ALTER INDEX "
                + new TableName(context.name().schema(), name).sql() + " RENAME TO …). ").orElse("");
    }

    /** For a check that comes later: what will be there is not known yet. */
    private String missing(String scoped, IndexShape old) {
        return missing(scoped, "If it is INVALID, drop it (" + indexes.dropByHand(scoped) + "). ", old);
    }

    /** Step 06 counts as done, so update does not build the index again. */
    private String missing(String scoped, String first, IndexShape old) {
        return "The unique index " + scoped + " of " + context.name() + " is not there or not valid, or it is deferrable, so " + replaces + " stays:"
                + " if both were missing, duplicates could be inserted. Nothing was dropped. " + first + "Then build it: "
                + old.ledBy(context.scope().column()).createByHand(scoped, context.name(), context.partitioned()) + ". Then run update again.";
    }

    private List<Action> retireUnseen() {
        return List.of(checkNew(name, missing(name, IndexShape.of(true, columns))),
                new Action.Brief(context.name(), context.ledger().note(Ledger.retired(replaces, retired.unseen()))),
                indexes.dropIfExists(replaces));
    }
}
