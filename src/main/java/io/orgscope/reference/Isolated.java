package io.orgscope.reference;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table and the tables that take part in the isolation, as the catalog has them. A table takes part from the moment
 * when its own step 11 begins. Before that, no step of another table changes its references.
 */
final class Isolated {

    /** The line of the ledger for a table from the beginning of its step 11 to the end of its rollback. */
    static final String LINE = Ledger.did("composite references");

    /** The tables whose column has the line in its comment. */
    private static final String BEGUN = """
            SELECT n.nspname, c.relname, a.attname
              FROM pg_catalog.pg_description d
              JOIN pg_catalog.pg_class c ON c.oid = d.objoid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND NOT a.attisdropped
             WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid > 0
               AND pg_catalog.strpos(E'\\n' || d.description || E'\\n', E'\\n' || ? || E'\\n') > 0
            """;

    /**
     * The table, the tables that it references, the tables that reference it, and the other tables that reference those
     * it references.
     */
    private static final String NEAR = """
            WITH own AS (SELECT pg_catalog.to_regclass(?)::oid AS oid),
            near AS (
              SELECT k.conrelid, k.confrelid FROM pg_catalog.pg_constraint k
                JOIN pg_catalog.pg_class c ON c.oid = k.confrelid AND k.confrelid <> coalesce(pg_catalog.to_regclass(?), 0)
               WHERE k.contype = 'f'),
            wanted AS (
              SELECT conrelid AS oid FROM near WHERE confrelid IN (SELECT oid FROM own UNION SELECT confrelid FROM near WHERE conrelid = (SELECT oid FROM own))
              UNION SELECT confrelid FROM near WHERE conrelid = (SELECT oid FROM own))
            SELECT n.nspname, c.relname FROM wanted w JOIN pg_catalog.pg_class c ON c.oid = w.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            """;

    /** Foreign keys of a table that only a partition has, or that reference a partition, and the whole tables at both ends. */
    private static final String OF_PARTITIONS = """
            SELECT k.conname, fn.nspname, f.relname, fwn.nspname, fw.relname, tn.nspname, t.relname, twn.nspname, tw.relname
              FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_class f ON f.oid = k.conrelid
              JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
              JOIN pg_catalog.pg_class fw ON fw.oid = CASE WHEN f.relispartition THEN pg_catalog.pg_partition_root(f.oid)::pg_catalog.oid ELSE f.oid END
              JOIN pg_catalog.pg_namespace fwn ON fwn.oid = fw.relnamespace
              JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
              JOIN pg_catalog.pg_class tw ON tw.oid = CASE WHEN t.relispartition THEN pg_catalog.pg_partition_root(t.oid)::pg_catalog.oid ELSE t.oid END
              JOIN pg_catalog.pg_namespace twn ON twn.oid = tw.relnamespace
             WHERE k.contype = 'f' AND k.conparentid = 0 AND (f.relispartition OR t.relispartition)
               AND pg_catalog.to_regclass(?) IN (fw.oid, tw.oid)
             ORDER BY k.conname
            """;

    private final TableName own;
    private final Map<TableName, ScopedTable> takingPart;
    private final Map<TableName, StepContext> contexts;
    private final Set<TableName> later;

    private Isolated(TableName own, Map<TableName, ScopedTable> takingPart, Map<TableName, StepContext> contexts, Set<TableName> later) {
        this.own = own;
        this.takingPart = takingPart;
        this.contexts = contexts;
        this.later = later;
    }

    /**
     * Reads them from the catalog.
     *
     * @param earlier the tables of the declaration whose step comes before this one, so that they take part when it
     *                runs
     * @param later   the tables whose step comes after, so that in the script of a rollback they are done already
     */
    static Isolated of(Connection connection, ScopedTable scope, Collection<ScopedTable> earlier, Collection<ScopedTable> later,
                       LockPolicy locks, boolean script) throws SQLException {
        Map<TableName, ScopedTable> part = new LinkedHashMap<>();
        Sql.list(connection, BEGUN, row -> new ScopedTable(new TableName(row.getString(1), row.getString(2)), row.getString(3),
                scope.organizations(), List.of()), LINE).forEach(table -> part.put(table.table(), table));
        earlier.forEach(table -> part.putIfAbsent(table.table(), table));
        part.put(scope.table(), scope);
        Set<TableName> names = near(connection, scope);
        names.retainAll(part.keySet());
        names.add(scope.table());
        Set<TableName> gone = script ? new LinkedHashSet<>(later.stream().map(ScopedTable::table).toList()) : Set.of();
        Isolated isolated = new Isolated(scope.table(), part, contexts(connection, scope, names, part, locks, script), gone);
        // A key that somebody has dropped does not make its table near any more.
        boolean further = names.addAll(LostComposite.of(isolated).stream().map(lost -> lost.key().target()).filter(part::containsKey).toList());
        return further ? new Isolated(scope.table(), part, contexts(connection, scope, names, part, locks, script), gone) : isolated;
    }

    private static Map<TableName, StepContext> contexts(Connection connection, ScopedTable scope, Set<TableName> names, Map<TableName, ScopedTable> part,
                                                        LockPolicy locks, boolean script) throws SQLException {
        Set<TableName> read = new LinkedHashSet<>(names);
        read.add(scope.organizations().table());
        Catalog catalog = Catalog.of(connection, read);
        Map<TableName, StepContext> contexts = new LinkedHashMap<>();
        for (TableName name : names) {
            StepContext context = StepContext.of(connection, catalog, part.get(name), locks, script);
            if (script || context.column().isPresent() || name.equals(scope.table())) {
                contexts.put(name, context);
            }
        }
        return contexts;
    }

    private static Set<TableName> near(Connection connection, ScopedTable scope) throws SQLException {
        return new LinkedHashSet<>(Sql.list(connection, NEAR, row -> new TableName(row.getString(1), row.getString(2)),
                scope.table().sql(), scope.organizations().table().sql()));
    }

    /**
     * Step 11 changes keys of whole tables only. Every other key between two tables that take part is refused, or named in a
     * note.
     *
     * @return notes about the keys that cannot include the organization
     */
    List<Action> refuseKeysOfPartitions() throws SQLException {
        Connection connection = own().connection();
        List<KeyOfPartition> keys = Sql.list(connection, OF_PARTITIONS,
                row -> new KeyOfPartition(row.getString(1), name(row, 2), name(row, 4), name(row, 6), name(row, 8)), own.sql()).stream()
                .filter(key -> takingPart.containsKey(key.from) && takingPart.containsKey(key.to)).toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<TableName> ends = new LinkedHashSet<>();
        keys.forEach(key -> ends.addAll(List.of(key.table, key.target)));
        Catalog catalog = Catalog.of(connection, ends);
        List<Action> notes = new ArrayList<>();
        for (KeyOfPartition key : keys) {
            SingleReference single = single(key, catalog, connection.getMetaData().getDatabaseMajorVersion());
            if (!single.carriesOrganization()) {
                String reason = single.reason().orElseThrow(() -> new OrgScopeException(refusal(key)));
                notes.add(new Action.Note("The foreign key " + key.name + " of " + key.table + " stays single: " + reason));
            }
        }
        return notes;
    }

    private SingleReference single(KeyOfPartition of, Catalog catalog, int server) {
        Table table = catalog.find(of.table).orElseThrow();
        ForeignKey key = table.foreignKeys().stream().filter(each -> each.name().equals(of.name)).findFirst().orElseThrow();
        return new SingleReference(key, table, takingPart.get(of.from).column(), catalog.find(of.target).orElseThrow(), takingPart.get(of.to).column(), server);
    }

    /** The other table takes part for good if its step has run. So the table itself is named too. */
    private String refusal(KeyOfPartition key) {
        TableName whole = key.table.equals(key.from) ? key.to : key.from;
        return whole + " is partitioned, and composite references are not offered for partitioned tables: the foreign key "
                + key.name + " from " + key.table + " to " + key.target + " is one of a partition. Declare 'isolation: { references: single }' for " + whole
                + (whole.equals(own) ? "" : ", or for " + own + " if step 11 of " + whole + " has run") + ", then run update again. This step changed nothing.";
    }

    private record KeyOfPartition(String name, TableName table, TableName from, TableName target, TableName to) {
    }

    private static TableName name(ResultSet row, int column) throws SQLException {
        return new TableName(row.getString(column), row.getString(column + 1));
    }

    /** The table itself. */
    StepContext own() {
        return contexts.get(own);
    }

    /** Of all tables near it that take part. */
    Collection<StepContext> contexts() {
        return contexts.values();
    }

    StepContext of(TableName table) {
        return contexts.get(table);
    }

    /** The existing foreign keys between two tables that take part, in the order of their names. */
    List<ForeignKey> keys() {
        return contexts.values().stream().flatMap(context -> context.table().stream()).flatMap(table -> table.foreignKeys().stream())
                .filter(key -> contexts.containsKey(key.target())).toList();
    }

    /**
     * Whether this table's step changes the key. In the script of a rollback, the step of a later table has changed it
     * already.
     */
    boolean concerns(ForeignKey key, boolean back) {
        return (key.table().equals(own) || key.target().equals(own)) && !(back && goneBefore(key));
    }

    /** Whether the rollback of a later table has dropped the key before a script comes to this table. */
    boolean goneBefore(ForeignKey key) {
        return later.contains(key.table()) || later.contains(key.target());
    }

    /** The table as in the catalog. */
    Table table(TableName name) {
        return contexts.get(name).table().orElseThrow();
    }
}
