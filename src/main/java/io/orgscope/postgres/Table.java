package io.orgscope.postgres;

import java.util.List;
import java.util.Optional;

/**
 * A table as in the catalog.
 *
 * @param kind         {@code pg_class.relkind}: r, p, v, m, f
 * @param partitionOf  the topmost table, if it is a partition; else null
 * @param partitioning its partitions, if it is partitioned and not itself a partition; else null
 * @param inherited    whether other tables, except partitions, inherit from it
 * @param rows         the planner's estimate; −1 if the table was never analysed
 * @param heapBytes    the size of its rows now, without indexes and TOAST; 0 if it holds no rows itself
 * @param bytes        size with indexes and TOAST. It is read only with all tables ({@link Catalog#ofAll})
 * @param triggers     the names of its triggers without those of constraints
 */
public record Table(long oid, TableName name, char kind, TableName partitionOf, Partitioning partitioning, boolean inherited, String owner,
                    boolean rowSecurity, boolean forceRowSecurity, long rows, long heapBytes, long bytes,
                    List<Column> columns, List<Index> indexes, List<ForeignKey> foreignKeys, List<Check> checks,
                    List<String> triggers, List<Policy> policies) {

    /** A system property: below how many bytes of rows a table is {@link #small}. 0 means that no table is. */
    public static final String SMALL = "orgscope.smallTableBytes";

    /** The limit if the property is not set. */
    private static final long SMALL_BYTES = 512L << 10;

    /** The value of a number that was not read. */
    static final int NOT_READ = -1;

    /** @throws IllegalStateException if it was not read */
    public long bytes() {
        return read(bytes);
    }

    /** The number, which is 0 or more if it was read. */
    static long read(long number) {
        if (number == NOT_READ) {
            throw new IllegalStateException("read only by Catalog.ofAll");
        }
        return number;
    }

    /** Whether the table can be migrated: it is an ordinary table or a partitioned one, and not a partition. */
    public boolean ordinary() {
        return kind == 'r' ? !partition() && !inherited : partitioned() && partitioning.foreign().isEmpty();
    }

    /** Whether it holds rows itself, and so few that a statement may read all of them under a lock: that takes a few milliseconds. */
    public boolean small() {
        return kind == 'r' && heapBytes < Long.getLong(SMALL, SMALL_BYTES);
    }

    /** Whether it is a partition of another table. */
    public boolean partition() {
        return partitionOf != null;
    }

    /** Whether it is partitioned and not itself a partition. */
    public boolean partitioned() {
        return partitioning != null;
    }

    /** Whether the column decides in which partition a row is. */
    public boolean partitionedBy(String column) {
        return partitioned() && partitioning.key().contains(column);
    }

    /** Whether the column is there, generated and not stored. PostgreSQL has no index and no foreign key over it. */
    public boolean virtual(String column) {
        return column(column).map(Column::virtual).orElse(false);
    }

    /** Why PostgreSQL does not drop the NOT NULL of the column, as the end of a sentence; empty if it does. */
    public Optional<String> whyNotNullStays(String column) {
        return indexes.stream().filter(index -> index.columns().contains(column)).filter(index -> index.primary() || index.replicaIdentity()).findFirst()
                .map(index -> index.primary() ? "in the primary key" : "in the replica identity");
    }

    /** The column with this name, as in the catalog. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * The value of a column, as SQL that can be compared with {@code =} and {@code IS DISTINCT FROM}.
     *
     * @param table null if there is no catalog. Then the type of the column is not known
     * @param row   the alias of the row
     */
    public static String comparable(Table table, String row, String column) {
        return comparable(table, column, row, column);
    }

    /** {@link #comparable(Table, String, String)} of the column {@code other} of another table, which has the type of the column. */
    public static String comparable(Table table, String column, String row, String other) {
        String value = row + "." + Identifier.quote(other);
        return Optional.ofNullable(table).flatMap(found -> found.column(column)).map(found -> found.comparable(value)).orElse(value);
    }

    /** The index with this name. Indexes of other tables of the schema are not found. */
    public Optional<Index> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    /** The index of the primary key. */
    public Optional<Index> primaryKey() {
        return indexes.stream().filter(Index::primary).findFirst();
    }

    /** The foreign keys over exactly these columns, in any order. */
    public List<ForeignKey> foreignKeysOf(List<String> names) {
        return foreignKeys.stream()
                .filter(key -> key.columns().size() == names.size() && key.columns().containsAll(names))
                .toList();
    }

    /** The columns whose names are in a condition. */
    public List<String> namedIn(String condition) {
        return columns.stream().map(Column::name).filter(name -> Identifier.isIn(condition, name)).toList();
    }

    /** Whether at most one row has the same values in these columns: a valid unique index over some of them makes sure. */
    public boolean uniqueBy(List<String> names) {
        return indexes.stream().anyMatch(index -> index.provesUnique() && names.containsAll(index.columns()));
    }

    /** The columns that identify a row: the primary key, else a unique index over NOT NULL columns, else none. */
    public List<String> identity() {
        return identity(indexes);
    }

    /** {@link #identity()} without a column: one that will be dropped, or that is not there yet. */
    public List<String> identityWithout(String column) {
        return identity(indexes.stream().filter(index -> !index.columns().contains(column)).toList());
    }

    /** {@link #identityWithout} without generated columns too: the columns that whoever writes a row gives a value. */
    public List<String> enteredIdentityWithout(String column) {
        return identity(indexes.stream().filter(index -> !index.columns().contains(column))
                .filter(index -> index.columns().stream().noneMatch(name -> column(name).map(Column::generated).orElse(false))).toList());
    }

    private List<String> identity(List<Index> among) {
        return among.stream().filter(Index::primary).filter(Index::provesUnique).findFirst().or(() -> among.stream()
                        .filter(Index::provesUnique)
                        .filter(index -> index.columns().stream()
                                .allMatch(name -> column(name).map(Column::notNull).orElse(false)))
                        .findFirst())
                .map(Index::columns).orElse(List.of());
    }
}
