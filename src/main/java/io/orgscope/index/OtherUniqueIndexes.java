package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.IndexReferences;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Unique indexes with the columns of an old one that step 09 drops. While there is one, two organizations cannot use the same key. */
final class OtherUniqueIndexes {

    private static final PreparedQuery READY = PreparedQuery.of("index_ready", "oid", "SELECT i.indisready FROM pg_catalog.pg_index i WHERE i.indexrelid = $1");

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String replaces;
    private final Set<String> declared;

    /**
     * @param replaces the name of the old index
     * @param declared the indexes of the table that step 09 drops, by the declaration. It notes each for the rollback, so nobody is told to drop one
     */
    OtherUniqueIndexes(StepContext context, ScopedIndexes indexes, String replaces, Set<String> declared) {
        this.context = context;
        this.indexes = indexes;
        this.replaces = replaces;
        this.declared = declared;
    }

    /**
     * Throws if the old index has another name now. A primary key, a replica identity, and a key that foreign keys reference are no such index: step 06 would
     * not have replaced them.
     *
     * @param name the name of the scoped index
     */
    void refuseRenamed(String name) throws SQLException {
        Optional<Index> scoped = indexes.index(name).filter(Index::valid);
        if (scoped.isEmpty()) {
            return;
        }
        IndexShape shape = IndexShape.of(scoped.get(), context.name());
        for (Index index : indexes.valid()) {
            if (index.unique() && !index.primary() && !index.replicaIdentity() && !isDeclared(index, context.name())
                    && IndexShape.of(index, context.name()).ledBy(context.scope().column()).same(shape) && IndexReferences.count(context.connection(), index) == 0) {
                throw new OrgScopeException("The unique index " + replaces + " of " + context.name() + " is not there, and " + index.name() + " has its columns: while"
                        + " that one is there, two organizations cannot use the same key. Nothing was dropped. If " + replaces + " was renamed, give it its name"
                        + " back: ALTER INDEX " + new TableName(context.name().schema(), index.name()).sql() + " RENAME TO " + Identifier.quote(replaces)
                        + ". If it is another index, drop it, or take " + replaces + " out of 'unique:'. Then run update again.");
            }
        }
    }

    /**
     * A note that names those beside the old index, or beside its parts. Throws if one of them is INVALID and still refuses rows. Nobody has made that one
     * on purpose.
     *
     * @param tree the table, with its partitions if it has any
     */
    List<Action> beside(Index old, Catalog tree) throws SQLException {
        List<String> others = new ArrayList<>();
        for (Map.Entry<TableName, Index> part : tree.parts(context.table().orElseThrow(), old).entrySet()) {
            Table table = tree.find(part.getKey()).orElseThrow();
            IndexShape shape = IndexShape.of(part.getValue(), table.name());
            for (Index index : table.indexes()) {
                if (index.unique() && index.oid() != part.getValue().oid() && index.attachedTo() == 0 && IndexShape.of(index, table.name()).same(shape)
                        && !isDeclared(index, table.name()) && refusesRows(index, table, tree)) {
                    others.add(index.name() + " of " + table.name());
                }
            }
        }
        return others.isEmpty() ? List.of() : List.of(new Action.Note("While these unique indexes are there, two organizations cannot use the same key, because they have"
                + " the columns of " + replaces + ", which is dropped: " + others.stream().limit(RowKeys.HANDFUL).collect(Collectors.joining(", "))
                + (others.size() > RowKeys.HANDFUL ? ", …" : "") + ". Drop them if nothing needs them."));
    }

    private boolean isDeclared(Index index, TableName table) {
        return table.equals(context.name()) && declared.contains(index.name());
    }

    /** Whether PostgreSQL checks rows with it. Of a partitioned table, only the parts of an index do that, and it stays INVALID until every partition has one. */
    private boolean refusesRows(Index index, Table table, Catalog tree) throws SQLException {
        if (!index.valid() && !table.partitioned()) {
            refuseInvalid(index, table);
            return false;
        }
        return index.valid() || tree.tables().stream().flatMap(partition -> partition.indexes().stream()).anyMatch(part -> part.attachedTo() == index.oid());
    }

    /** One that is not ready checks no rows. */
    private void refuseInvalid(Index index, Table table) throws SQLException {
        if (READY.first(context.connection(), false, row -> row.getBoolean(1), index.oid())) {
            throw new OrgScopeException("The unique index " + index.name() + " of " + table.name() + " is INVALID, and it still refuses rows: a REINDEX CONCURRENTLY"
                    + " or a build of it has failed, or is running. It has the columns of " + replaces + ", so without that one, too, two organizations could not"
                    + " use the same key. Nothing was dropped. If no session builds it (pg_stat_progress_create_index), run " + ScopedIndexes.dropByHand(index, table)
                    + ". Then run update again.");
        }
    }
}
