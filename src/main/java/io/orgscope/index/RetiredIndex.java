package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.QualifiedIndexes;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The old unique index that step 09 drops, and the text in the ledger from which it can be built again. */
final class RetiredIndex {

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String name;
    private final List<String> columns;

    /**
     * @param name    its name; null if a scoped index replaces none
     * @param columns its columns as declared; may be empty
     */
    RetiredIndex(StepContext context, ScopedIndexes indexes, String name, List<String> columns) {
        this.context = context;
        this.indexes = indexes;
        this.name = name;
        this.columns = columns;
    }

    /** Null if a scoped index replaces none. */
    String name() {
        return name;
    }

    /** The index with its name in the catalog now. */
    Optional<Index> index() {
        return name == null ? Optional.empty() : indexes.index(name);
    }

    /** The text in the ledger. Present if step 09 has dropped the index, or was about to. */
    Optional<String> noted() {
        return context.ledger().retired(name);
    }

    /** {@link #index}. Since step 09 has dropped it, somebody may have given its name to another index, which is none of ours. */
    Optional<Index> stillThere() throws SQLException {
        Optional<Index> found = index();
        return found.isEmpty() || noted().isEmpty() || is(found.get()) ? found : Optional.empty();
    }

    /** The names of columns in the note may be older than those in the catalog. So it is enough if the scoped index replaces it. */
    private boolean is(Index found) throws SQLException {
        if (!found.unique() || indexes.scoping(found).isPresent()) {
            return found.unique();
        }
        Index qualified = QualifiedIndexes.of(context.connection(), List.of(found)).qualified(found);
        return noted().filter(text -> OldIndex.shape(text, context.name()).sameWithoutCasts(IndexShape.of(qualified, context.name()))).isPresent();
    }

    /** The text from which the index can be built again. */
    String remember(Index old, Catalog tree) throws SQLException {
        Table table = context.table().orElseThrow();
        Map<TableName, Index> parts = tree.parts(table, old);
        QualifiedIndexes qualified = QualifiedIndexes.of(context.connection(), parts.values());
        parts.replaceAll((name, index) -> qualified.qualified(index));
        return context.partitioned() ? OldParts.remember(parts, table, tree) : OldIndex.restore(parts.get(table.name()), table.name());
    }

    /** The table, with its partitions if it has any. */
    Catalog tree() throws SQLException {
        return context.partitioned() ? Catalog.ofTree(context.connection(), context.name()) : context.catalog();
    }

    /** The index of such a text, if the table is partitioned. */
    PartitionedIndex parts(String text) {
        return new PartitionedIndex(context, indexes, OldParts.parts(name, text));
    }

    /** The names of its parts. */
    PartNames partNames(String text) {
        return new PartNames(context, indexes, OldParts.parts(name, text));
    }

    /** The text for an index as declared, for a script without a database. */
    String unseen() {
        if (columns.isEmpty()) {
            throw new OrgScopeException("Without a database, the columns of the index " + name
                    + " have to be declared (columns: [ … ]).");
        }
        return IndexShape.of(true, columns).create(name, context.name());
    }
}
