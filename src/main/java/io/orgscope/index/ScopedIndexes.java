package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Sql;
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

/**
 * Builds and drops an index of ours concurrently. Before it builds, it reads the catalog: it rebuilds what a failed
 * build left, adopts an index that fits, and refuses one that does not.
 */
final class ScopedIndexes {

    private static final String BUILDING = """
            SELECT p.pid FROM pg_catalog.pg_stat_progress_create_index p
             WHERE p.index_relid = ? AND p.pid <> pg_catalog.pg_backend_pid()
            """;

    private static final PreparedQuery TAKEN = PreparedQuery.of("name_taken", "text, text", """
            SELECT CASE WHEN i.indrelid IS NULL THEN 'a relation of that name'
                        ELSE 'an index of that name, on ' || i.indrelid::pg_catalog.regclass END
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
             WHERE n.nspname = $1 AND c.relname = $2
            """);

    private final StepContext context;

    ScopedIndexes(StepContext context) {
        this.context = context;
    }

    List<Action> build(String name, IndexShape shape) throws SQLException {
        return build(name, shape, null);
    }

    /**
     * The same.
     *
     * @param broken the message if rows have the same key while the index of a small table is built; null to throw PostgreSQL's own
     */
    List<Action> build(String name, IndexShape shape, Action.Broken broken) throws SQLException {
        Optional<Index> found = index(name);
        if (found.isPresent() && found.get().valid()) {
            return adopt(found.get(), shape);
        }
        Optional<Index> sameShape = valid().stream().filter(index -> IndexShape.of(index, context.name()).same(shape)).findFirst();
        if (found.isEmpty() && sameShape.isPresent()) {
            return adopt(sameShape.get(), shape);
        }
        if (context.partitioned()) {
            return buildParts(name, shape, found);
        }
        List<Action> actions = new ArrayList<>();
        if (found.isPresent()) {
            requireOurs(found.get());
            actions.addAll(dropInvalid(context.name(), found.get()));
        } else {
            refuseTaken(name);
        }
        if (atOnce()) {
            actions.add(new Action.Brief(context.name(), context.ledger().note(Ledger.made(name)), shape.createLocking(name, context.name())).explained(broken));
            return actions;
        }
        if (found.isEmpty()) {
            actions.add(new Action.Brief(context.name(), context.ledger().note(Ledger.made(name))));
        }
        String create = shape.create(name, context.name());
        actions.add(!shape.unique() ? new Action.Concurrent(create)
                : new UniqueBuild(context, context.name(), name, create, rows -> ScopedUniqueKeyHoldsPrecondition.message(context, rows)).action());
        return actions;
    }

    /** Whether the table is so small that its index is built under a short lock. CONCURRENTLY would also wait for every older transaction. */
    private boolean atOnce() {
        return !context.script() && context.table().orElseThrow().small();
    }

    private List<Action> buildParts(String name, IndexShape shape, Optional<Index> found) throws SQLException {
        if (found.isPresent()) {
            requireOurs(found.get());
        } else {
            refuseTaken(name);
        }
        return new PartitionedIndex(context, this, IndexParts.of(name, shape)).build(List.of(context.ledger().note(Ledger.made(name))), false);
    }

    void refuseTaken(String name) throws SQLException {
        Optional<String> other = taken(name);
        if (other.isPresent()) {
            throw new OrgScopeException("The name " + name + " is taken: the schema " + context.name().schema() + " has " + other.get()
                    + ". Give the index of " + context.name() + " another name.");
        }
    }

    /** What has this name in the schema of the table. */
    Optional<String> taken(String name) throws SQLException {
        return taken(new TableName(context.name().schema(), name));
    }

    /** The same in any schema. */
    Optional<String> taken(TableName relation) throws SQLException {
        return context.connection() == null ? Optional.empty()
                : Optional.ofNullable(TAKEN.first(context.connection(), null, row -> row.getString(1), relation.schema(), relation.name()));
    }

    /** Drops what a failed build has left of the index of a table with rows, or of a partition with rows. */
    List<Action> dropInvalid(TableName on, Index broken) {
        return List.of(new Action.Work(connection -> refuseRunning(connection, broken), List.of()),
                new Action.Concurrent("DROP INDEX CONCURRENTLY IF EXISTS " + new TableName(on.schema(), broken.name()).sql()));
    }

    void requireOurs(Index broken) {
        if (!context.ledger().has(Ledger.made(broken.name()))) {
            throw new OrgScopeException("The index " + broken.name() + " of " + context.name() + " is INVALID: a build of it failed or is running, and"
                    + " this library did not make it. Drop it (" + dropByHand(broken)
                    + ") or declare another name; then run update again.");
        }
    }

    private void refuseRunning(Connection connection, Index broken) throws SQLException {
        Integer pid = Sql.first(connection, null, BUILDING, row -> row.getInt(1), broken.oid());
        if (pid != null) {
            throw new OrgScopeException("The index " + broken.name() + " is being built now by pid " + pid
                    + ". Wait for it, then run update again.");
        }
    }

    private List<Action> adopt(Index found, IndexShape shape) {
        IndexShape has = IndexShape.of(found, context.name());
        if (!has.same(shape)) {
            throw new OrgScopeException("The name " + found.name() + " is taken: " + context.name() + " has an index of that name, "
                    + (has.unique() ? "unique, " : "") + has.tail() + ", but it has to be " + (shape.unique() ? "unique, " : "")
                    + shape.tail() + ". Declare another name, or drop that index.");
        }
        refuseDeferrable(found);
        return context.ledger().has(Ledger.made(found.name())) ? List.of()
                : List.of(Action.Note.ofAdopted("The index " + found.name() + " of " + context.name()));
    }

    /** A deferrable constraint cannot stand for an ordinary unique index. Where there is one, ON CONFLICT fails even if there is another index beside it. */
    void refuseDeferrable(Index found) {
        if (found.unique() && !found.immediate()) {
            throw new OrgScopeException("The unique constraint " + found.constraint() + " of " + context.name() + " is deferrable: duplicates could stay until"
                    + " a transaction ends, and ON CONFLICT with its columns fails (55000). Drop it (" + dropByHand(found) + "), or make it again without DEFERRABLE;"
                    + " then run update again. This step changed nothing.");
        }
    }

    /**
     * Throws if the index is ours, so that a rollback drops it, and a constraint has it now, it or a part of it is the replica identity of its table, or a
     * foreign key references it.
     */
    void refuseNeeded(String name) throws SQLException {
        Optional<Index> found = index(name);
        if (found.isPresent() && context.ledger().has(Ledger.made(name))) {
            refuseConstraint(found.get());
            Catalog tree = context.partitioned() ? Catalog.ofTree(context.connection(), context.name()) : context.catalog();
            Map<TableName, Index> parts = tree.parts(context.table().orElseThrow(), found.get());
            ReplicaIdentity.refuse(parts, ReplicaIdentity.ROLLBACK);
            if (found.get().unique()) {
                ReferencingKeys.refuse(context, name, parts.values(), "rollback");
            }
        }
    }

    /** Without the index, the guard of the rollback could not see what the old key was. So the message says how to build it again. */
    private void refuseConstraint(Index found) {
        if (found.constraint() != null) {
            throw new OrgScopeException("The index " + found.name() + " of " + context.name() + " belongs to a constraint now, so PostgreSQL"
                    + " does not drop it alone. Drop the constraint, and build the index again: ALTER TABLE " + context.name().sql() + " DROP CONSTRAINT "
                    + Identifier.quote(found.constraint()) + "; " + IndexShape.of(found, context.name()).createByHand(found.name(), context.name(), context.partitioned())
                    + ". Then run rollback again. Nothing was dropped by this step.");
        }
    }

    /** Drops an index that is ours. */
    List<Action> drop(String name) throws SQLException {
        boolean exists = index(name).isPresent();
        if (!context.ours(Ledger.made(name), exists) || !context.script() && context.column().isEmpty()) {
            return List.of();
        }
        refuseNeeded(name);
        String forget = context.ledger().forget(Ledger.made(name));
        if (exists && atOnce()) {
            return List.of(new Action.Brief(context.name(), "DROP INDEX IF EXISTS " + sqlName(name), forget));
        }
        List<Action> actions = new ArrayList<>();
        if (exists || context.script()) {
            actions.add(dropIfExists(name));
        }
        actions.add(new Action.Brief(context.name(), forget));
        return actions;
    }

    /**
     * An index of a partitioned table is dropped with all its parts, under a short lock on all partitions. PostgreSQL
     * has no other way.
     */
    Action dropIfExists(String name) {
        return context.partitioned() ? new Action.Brief(context.name(), "DROP INDEX IF EXISTS " + sqlName(name))
                : new Action.Concurrent("DROP INDEX CONCURRENTLY IF EXISTS " + sqlName(name));
    }

    /** The statement for a person to run: concurrently, unless the table is partitioned or a constraint has the index. */
    String dropByHand(Index index) {
        return dropByHand(index, context.table().orElseThrow());
    }

    /** The same of an index of another table. */
    static String dropByHand(Index index, Table table) {
        return index.constraint() != null ? "ALTER TABLE " + table.name().sql() + " DROP CONSTRAINT " + Identifier.quote(index.constraint())
                : dropByHand(new TableName(table.name().schema(), index.name()), table.partitioned());
    }

    /** The same of an index that no constraint has. */
    String dropByHand(String name) {
        return dropByHand(new TableName(context.name().schema(), name), context.partitioned());
    }

    private static String dropByHand(TableName index, boolean partitioned) {
        return "DROP INDEX " + (partitioned ? "" : "CONCURRENTLY ") + index.sql();
    }

    /** A query that returns a row if there is no index of that name that keeps rows apart. It is for a statement that runs later. */
    String unlessUnique(String name) {
        return "SELECT WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = " + Literal.of(context.name().sql())
                + "::pg_catalog.regclass AND i.indexrelid = pg_catalog.to_regclass(" + Literal.of(sqlName(name))
                + ") AND i.indisunique AND i.indisvalid AND i.indimmediate)";
    }

    Optional<Index> index(String name) {
        return context.table().flatMap(table -> table.index(name));
    }

    /** The index that has the organization in front of the columns of this one, and can take its place. */
    Optional<Index> scoping(Index old) {
        IndexShape scoped = IndexShape.of(old, context.name()).ledBy(context.scope().column());
        return valid().stream().filter(index -> index.immediate() && IndexShape.of(index, context.name()).same(scoped)).findFirst();
    }

    List<Index> valid() {
        return context.table().stream().flatMap(table -> table.indexes().stream()).filter(Index::valid).toList();
    }

    private String sqlName(String name) {
        return new TableName(context.name().schema(), name).sql();
    }

}
