package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The structure of some tables, or of all, read from {@code pg_catalog} in one round of queries. There is one query for
 * each kind of object, whatever the number of tables. It is a snapshot: read it again after a change.
 */
public final class Catalog {

    /** The internal errors are "could not open relation with OID …" and "cache lookup failed". */
    private static final Set<String> DROPPED_MEANWHILE = Set.of(SqlState.INTERNAL_ERROR, SqlState.UNDEFINED_TABLE, SqlState.UNDEFINED_OBJECT);

    private static final int MOST_ATTEMPTS = 20;

    /** After it, a transaction reads SQL in which every name is qualified. */
    static final String QUALIFYING = "SET LOCAL search_path = pg_catalog; SELECT " + PreparedQuery.SETTINGS;

    private final Map<TableName, Table> tables;

    private final Map<TableName, List<ForeignKey>> keysByTarget;

    private Catalog(Map<TableName, Table> tables) {
        this.tables = tables;
        this.keysByTarget = tables.values().stream().flatMap(table -> table.foreignKeys().stream())
                .collect(Collectors.groupingBy(ForeignKey::target));
    }

    /** A catalog without tables, for a script that is written without a database. */
    public static Catalog unknown() {
        return new Catalog(Map.of());
    }

    /**
     * Reads the named tables that exist.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static Catalog of(Connection connection, Collection<TableName> names) throws SQLException {
        return names.isEmpty() ? unknown() : read(connection, new CatalogQueries(names));
    }

    /**
     * {@link #of} in a transaction of its own, with every name in SQL qualified. Then a script that contains such SQL means the same in every session.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static Catalog qualified(Connection connection, Collection<TableName> names) throws SQLException {
        return Transaction.run(connection, () -> {
            Sql.execute(connection, QUALIFYING);
            return of(connection, names);
        });
    }

    /** The same in one round trip with another query, which runs first. */
    static Catalog after(PreparedQuery.Asked first, Connection connection, Collection<TableName> names) throws SQLException {
        return read(connection, new CatalogQueries(names).after(first));
    }

    /** This snapshot with only these tables. */
    public Catalog only(Collection<TableName> names) {
        Map<TableName, Table> fewer = new TreeMap<>();
        names.forEach(name -> find(name).ifPresent(table -> fewer.put(name, table)));
        return new Catalog(fewer);
    }

    /**
     * Reads a partitioned table with its existing partitions. If a partition is dropped while its row is read,
     * functions of PostgreSQL fail. Then everything is read again.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static Catalog ofTree(Connection connection, TableName name) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return tree(connection, name);
            } catch (SQLException failed) {
                if (!SqlState.isAmong(DROPPED_MEANWHILE, failed) || attempt == MOST_ATTEMPTS || !connection.getAutoCommit()) {
                    throw failed;
                }
            }
        }
    }

    private static Catalog tree(Connection connection, TableName name) throws SQLException {
        Catalog top = of(connection, List.of(name));
        List<TableName> names = new ArrayList<>(List.of(name));
        top.find(name).filter(Table::partitioned).ifPresent(table -> names.addAll(table.partitioning().names()));
        return names.size() == 1 ? top : of(connection, names);
    }

    /** Reads every table, view and foreign table outside PostgreSQL's own schemas. */
    public static Catalog ofAll(Connection connection) throws SQLException {
        return read(connection, new CatalogQueries(null));
    }

    private static Catalog read(Connection connection, CatalogQueries queries) throws SQLException {
        Map<TableName, Table> tables = new TreeMap<>();
        for (Table table : queries.tables(connection)) {
            tables.put(table.name(), table);
        }
        return new Catalog(tables);
    }

    /** The table; empty if it does not exist, or if it was not read. */
    public Optional<Table> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Every table that was read, by name. */
    public Collection<Table> tables() {
        return tables.values();
    }

    /**
     * Why a scoped index cannot take the place of a unique index of the table; empty if it can. REPLICA IDENTITY does not descend to partitions, so the parts of
     * the index are looked at.
     *
     * @throws IllegalStateException if {@link Index#referencedBy} was not read
     */
    public Optional<String> whyKept(Table table, Index index) {
        return index.whyKept().or(() -> parts(table, index).entrySet().stream().filter(part -> part.getValue().replicaIdentity()).findFirst()
                .map(part -> "its part " + part.getValue().name() + " is the replica identity of the partition " + part.getKey()));
    }

    /** An index of the table and its parts by their tables, beginning at the top. If the table is not partitioned, it is the index alone. */
    public Map<TableName, Index> parts(Table table, Index whole) {
        Map<TableName, Index> parts = new LinkedHashMap<>(Map.of(table.name(), whole));
        for (Partition partition : table.partitioned() ? table.partitioning().partitions() : List.<Partition>of()) {
            Index above = parts.get(partition.parent());
            find(partition.name()).flatMap(found -> found.indexes().stream().filter(index -> above != null && index.attachedTo() == above.oid()).findFirst())
                    .ifPresent(index -> parts.put(partition.name(), index));
        }
        return parts;
    }

    /** The foreign keys of these tables that reference {@code target}. */
    public List<ForeignKey> foreignKeysTo(TableName target) {
        return keysByTarget.getOrDefault(target, List.of());
    }

    /** The table itself, or the topmost table if it is a partition that was read. */
    public TableName whole(TableName name) {
        return find(name).filter(Table::partition).map(Table::partitionOf).orElse(name);
    }

    /** The foreign keys of the table, and those that its partitions have alone. PostgreSQL checks the latter for rows of that partition only. */
    public List<ForeignKey> foreignKeysOf(Table table) {
        return table.partitioned() ? Stream.concat(table.foreignKeys().stream(), foreignKeysOfPartitions(table).stream()).toList() : table.foreignKeys();
    }

    /** The foreign keys that partitions of the table have alone, of the partitions that were read. A key that joins the same as one above is inherited. */
    public List<ForeignKey> foreignKeysOfPartitions(Table table) {
        if (!table.partitioned()) {
            return List.of();
        }
        Map<TableName, Set<List<Object>>> above = new HashMap<>(Map.of(table.name(), joined(table.foreignKeys())));
        List<ForeignKey> own = new ArrayList<>();
        for (Partition partition : table.partitioning().partitions()) {
            Set<List<Object>> inherited = above.getOrDefault(partition.parent(), Set.of());
            List<ForeignKey> keys = find(partition.name()).map(Table::foreignKeys).orElse(List.of());
            keys.stream().filter(key -> !inherited.contains(joins(key))).forEach(own::add);
            Set<List<Object>> here = joined(keys);
            here.addAll(inherited);
            above.put(partition.name(), here);
        }
        return own;
    }

    private static Set<List<Object>> joined(List<ForeignKey> keys) {
        return keys.stream().map(Catalog::joins).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Object> joins(ForeignKey key) {
        return List.of(key.pairs(), key.target());
    }
}
