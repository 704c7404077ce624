package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.IndexReferences;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unique index over the organization and a key of a table. Composite foreign keys reference it (11). The key itself
 * is unique, so building this index cannot fail because of the rows.
 */
public final class ReferencedKey {

    private static final String NAMES = """
            SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ? AND pg_catalog.starts_with(c.relname, ?)
            """;

    private static final String PURPOSE = "the referenced key ";

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final List<String> columns;

    /** @param key the columns that single foreign keys reference */
    public ReferencedKey(StepContext context, List<String> key) {
        this.context = context;
        this.indexes = new ScopedIndexes(context);
        this.columns = new ArrayList<>(List.of(context.scope().column()));
        this.columns.addAll(key);
    }

    /** The actions of the update. An existing index is adopted, whatever the order of its columns. */
    public List<Action> build() throws SQLException {
        Optional<Index> fitting = indexes.valid().stream().filter(index -> fits(index, columns)).findFirst();
        if (fitting.isPresent()) {
            return context.ledger().has(Ledger.made(fitting.get().name())) ? List.of()
                    : List.of(Action.Note.ofAdopted("The unique index " + fitting.get().name() + " of " + context.name()));
        }
        Optional<String> begun = ours();
        String name = begun.isPresent() ? begun.get() : freeName();
        List<Action> actions = new ArrayList<>();
        if (begun.isEmpty()) {
            actions.add(new Action.Brief(context.name(), context.ledger().note(line(name))));
        }
        actions.addAll(indexes.build(name, IndexShape.of(true, columns)));
        return actions;
    }

    private static boolean fits(Index index, List<String> key) {
        return index.provesUnique() && index.method().equals("btree") && index.columns().size() == key.size() && index.columns().containsAll(key);
    }

    /**
     * The actions of the rollback. None if the index is not ours, or if other foreign keys than those that are dropped
     * need it.
     */
    public List<Action> drop(int going) throws SQLException {
        Optional<String> name = ours().or(() -> context.script() && indexes.valid().stream().noneMatch(index -> fits(index, columns))
                ? Optional.of(wish()) : Optional.empty());
        Optional<Index> index = name.flatMap(indexes::index);
        if (name.isEmpty() || index.isPresent() && IndexReferences.count(context.connection(), index.get()) > going) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>(indexes.drop(name.get()));
        actions.add(new Action.Brief(context.name(), context.ledger().forget(line(name.get()))));
        return actions;
    }

    /** The index that we made or began to make. If a run was stopped, the next one uses its name. */
    private Optional<String> ours() {
        return context.ledger().done(PURPOSE).stream().filter(thing -> thing.endsWith(over())).map(thing ->
                thing.substring(0, thing.length() - over().length())).findFirst();
    }

    private String over() {
        return " over " + Identifier.list("", columns);
    }

    private String line(String name) {
        return Ledger.did(PURPOSE + name + over());
    }

    /** A name made from the index of the key itself. No other relation of the schema has that name. */
    private String wish() {
        List<String> key = columns.subList(1, columns.size());
        Index index = keyIndex(context.table().orElseThrow(), key).orElseThrow(() -> new OrgScopeException(context.name()
                + " has no unique index over " + String.join(", ", key) + " any more."));
        return Naming.scoped(index.name(), context.scope().column());
    }

    /** The unique index over exactly these columns that a foreign key can reference. The primary key comes first. */
    public static Optional<Index> keyIndex(Table table, List<String> key) {
        List<Index> all = table.indexes().stream().filter(index -> fits(index, key)).toList();
        return all.stream().filter(Index::primary).findFirst().or(() -> all.stream().findFirst());
    }

    private String freeName() throws SQLException {
        String wish = wish();
        List<String> taken = context.connection() == null ? List.of() : Sql.list(context.connection(), NAMES, row -> row.getString(1),
                context.name().schema(), wish.substring(0, Math.min(8, wish.length())));
        return Identifier.free(wish, taken::contains);
    }
}
