package io.orgscope.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Collects the rows of the {@link CatalogQueries} and makes tables of them. The rows name columns and constraints by
 * their numbers, because a join for each name would make the queries slow.
 */
final class CatalogRows {

    private final int missing;
    private final List<Head> heads = new ArrayList<>();
    private final Map<Long, List<ColumnRow>> columns = new HashMap<>();
    private final Map<Long, Map<Integer, Unusual>> unusual = new HashMap<>();
    private final Map<Long, List<IndexRow>> indexes = new HashMap<>();
    private final Map<Long, Integer> references = new HashMap<>();
    private final Map<Long, Map<Integer, String>> expressions = new HashMap<>();
    private final Map<Long, Map<Integer, Integer>> statistics = new HashMap<>();
    private final Map<Long, Map<Integer, String>> collations = new HashMap<>();
    private final Map<Long, Map<Long, ConstraintRow>> constraints = new HashMap<>();
    private final Map<Long, List<Policy>> policies = new HashMap<>();
    private final Map<Long, List<String>> partitionKeys = new HashMap<>();
    private final Map<Long, List<Partition>> partitions = new HashMap<>();
    private final Map<Long, Size> sizes = new HashMap<>();

    private record Size(long rows, long bytes) {
    }

    /** A row of pg_class, and whether more has to be read. */
    private record Head(long oid, TableName name, char kind, TableName top, boolean inherited, String owner, boolean rowSecurity,
            boolean forceRowSecurity, long rows, long heapBytes, boolean partitioned, boolean policies,
            List<String> triggers) {
    }

    /** A column without what few columns have. {@code quoted} is its name as PostgreSQL writes it. */
    private record ColumnRow(int number, String name, String quoted, String type, long typeOid, String typeName, String operatorSchema, int typeModifier,
            boolean unusual, boolean notNull, String defaultExpression, boolean generated, boolean virtual, boolean identity, String comment) {
    }

    private record Unusual(String baseType, String cheapType, String collation) {
    }

    /** An index with the numbers of its key columns; an expression has 0. */
    private record IndexRow(long oid, String name, boolean unique, boolean primary, boolean valid, String method, List<Integer> key, String predicate,
            String definition, boolean immediate, boolean nullsNotDistinct, boolean replicaIdentity, boolean clustered, long attachedTo, String comment,
            String tablespace) {
    }

    /** A constraint with the numbers of its columns; {@code targetNames} are the columns that a foreign key references. */
    private record ConstraintRow(String name, TableName table, char type, boolean validated, long index, List<Integer> columns, TableName target,
            List<Integer> targetColumns, Map<Integer, String> targetNames, char onDelete, char onUpdate, List<Integer> onDeleteColumns, boolean period,
            boolean matchFull, boolean deferrable, boolean deferred, String definition, String comment) {
    }

    /** @param missing the size of a table, and the number of foreign keys that reference an index, if there is no row for it */
    CatalogRows(int missing) {
        this.missing = missing;
    }

    void table(ResultSet row) throws SQLException {
        TableName top = row.getString("top_name") == null ? null : new TableName(row.getString("top_schema"), row.getString("top_name"));
        heads.add(new Head(row.getLong("oid"), new TableName(row.getString("nspname"), row.getString("relname")), row.getString("relkind").charAt(0),
                top, row.getBoolean("inherited"), row.getString("owner"), row.getBoolean("relrowsecurity"),
                row.getBoolean("relforcerowsecurity"), row.getLong("estimate"), row.getLong("heap_bytes"),
                row.getBoolean("partitioned"), row.getBoolean("policies"), strings(row, "triggers")));
    }

    void column(ResultSet row) throws SQLException {
        add(columns, row, new ColumnRow(row.getInt("attnum"), row.getString("attname"), row.getString("quoted"), row.getString("type"),
                row.getLong("type_oid"), row.getString("typname"), row.getString("operator_schema"), row.getInt("atttypmod"), row.getBoolean("unusual"),
                row.getBoolean("attnotnull"), row.getString("default_expression"), row.getBoolean("generated"), row.getBoolean("virtual"),
                row.getBoolean("identity"), row.getString("comment")));
    }

    void unusualColumn(ResultSet row) throws SQLException {
        unusual.computeIfAbsent(row.getLong("owner"), oid -> new HashMap<>())
                .put(row.getInt("attnum"), new Unusual(row.getString("base_type"), row.getString("cheap_type"), row.getString("collation")));
    }

    void index(ResultSet row) throws SQLException {
        add(indexes, row, new IndexRow(row.getLong("oid"), row.getString("name"), row.getBoolean("indisunique"), row.getBoolean("indisprimary"),
                row.getBoolean("valid"), row.getString("method"), numbers(row, "key").subList(0, row.getInt("indnkeyatts")), row.getString("predicate"),
                row.getString("definition"), row.getBoolean("indimmediate"), row.getBoolean("nulls_not_distinct"), row.getBoolean("indisreplident"),
                row.getBoolean("indisclustered"), row.getLong("attached_to"), row.getString("comment"), row.getString("tablespace")));
    }

    void references(ResultSet row) throws SQLException {
        references.put(row.getLong("index"), row.getInt("count"));
    }

    void expression(ResultSet row) throws SQLException {
        expressions.computeIfAbsent(row.getLong("index"), oid -> new HashMap<>()).put(row.getInt("position"), row.getString("expression"));
        if (row.getInt("target") >= 0) {
            statistics.computeIfAbsent(row.getLong("index"), oid -> new TreeMap<>()).put(row.getInt("position"), row.getInt("target"));
        }
        if (row.getString("collation") != null) {
            collations.computeIfAbsent(row.getLong("index"), oid -> new HashMap<>()).put(row.getInt("position"), row.getString("collation"));
        }
    }

    /** The first row of a foreign key makes it, and each one adds a column. */
    void constraint(ResultSet row) throws SQLException {
        Map<Long, ConstraintRow> all = constraints.computeIfAbsent(row.getLong("owner"), oid -> new LinkedHashMap<>());
        long oid = row.getLong("oid");
        if (!all.containsKey(oid)) {
            TableName target = row.getString("target_name") == null ? null : new TableName(row.getString("target_schema"), row.getString("target_name"));
            all.put(oid, new ConstraintRow(row.getString("conname"), new TableName(row.getString("nspname"), row.getString("relname")),
                    row.getString("contype").charAt(0), row.getBoolean("convalidated"), row.getLong("index"), numbers(row, "columns"), target,
                    numbers(row, "target_columns"), new HashMap<>(), row.getString("confdeltype").charAt(0), row.getString("confupdtype").charAt(0),
                    numbersOfJson(row.getString("on_delete_columns")), row.getBoolean("period"), row.getString("confmatchtype").equals("f"),
                    row.getBoolean("condeferrable"), row.getBoolean("condeferred"), row.getString("definition"), row.getString("comment")));
        }
        all.get(oid).targetNames().put(row.getInt("target_number"), row.getString("target_column"));
    }

    void policy(ResultSet row) throws SQLException {
        add(policies, row, new Policy(row.getString("polname"), row.getString("polcmd").charAt(0), row.getBoolean("polpermissive"), strings(row, "roles"),
                row.getString("using_expression"), row.getString("check_expression")));
    }

    void partitionKey(ResultSet row) throws SQLException {
        add(partitionKeys, row, row.getString("name"));
    }

    void partition(ResultSet row) throws SQLException {
        add(partitions, row, new Partition(new TableName(row.getString("nspname"), row.getString("relname")), row.getString("relkind").charAt(0),
                new TableName(row.getString("parent_schema"), row.getString("parent_name"))));
    }

    void size(ResultSet row) throws SQLException {
        sizes.put(row.getLong("owner"), new Size(row.getLong("estimate"), row.getLong("bytes")));
    }

    boolean hasUnusualColumns() {
        return columns.values().stream().flatMap(List::stream).anyMatch(ColumnRow::unusual);
    }

    boolean hasExpressions() {
        return indexes.values().stream().flatMap(List::stream).anyMatch(index -> index.definition().contains(" COLLATE ")
                || index.key().stream().anyMatch(number -> number <= 0));
    }

    boolean hasPolicies() {
        return heads.stream().anyMatch(Head::policies);
    }

    boolean hasPartitioned() {
        return heads.stream().anyMatch(Head::partitioned);
    }

    List<Table> tables() {
        return heads.stream().map(this::table).toList();
    }

    private Table table(Head head) {
        long oid = head.oid();
        Size size = sizes.getOrDefault(oid, new Size(head.rows(), missing));
        List<ConstraintRow> own = List.copyOf(constraints.getOrDefault(oid, Map.of()).values());
        Map<Integer, ColumnRow> numbered = new HashMap<>();
        columns.getOrDefault(oid, List.of()).forEach(column -> numbered.put(column.number(), column));
        Map<Integer, NotNullConstraint> unvalidated = new HashMap<>();
        own.stream().filter(constraint -> constraint.type() == 'n').forEach(constraint -> constraint.columns().forEach(number ->
                unvalidated.put(number, new NotNullConstraint(constraint.name(), constraint.definition(), constraint.comment()))));
        Partitioning partitioning = partitionKeys.get(oid) == null ? null
                : new Partitioning(partitions.getOrDefault(oid, List.of()), new TreeSet<>(partitionKeys.get(oid)));
        return new Table(oid, head.name(), head.kind(), head.top(), partitioning, head.inherited(), head.owner(), head.rowSecurity(),
                head.forceRowSecurity(), size.rows(), head.heapBytes(), size.bytes(),
                columns.getOrDefault(oid, List.of()).stream().map(column -> column(column, oid, unvalidated.get(column.number()))).toList(),
                indexes.getOrDefault(oid, List.of()).stream().filter(index -> known(index.key(), numbered)).map(index -> index(index, numbered, own)).toList(),
                own.stream().filter(constraint -> constraint.type() == 'f' && known(constraint.columns(), numbered)).map(constraint -> foreignKey(constraint, numbered)).toList(),
                own.stream().filter(constraint -> constraint.type() == 'c')
                        .map(constraint -> new Check(constraint.name(), constraint.definition(), constraint.validated())).toList(),
                head.triggers(), policies.getOrDefault(oid, List.of()));
    }

    /** Each query has its own snapshot. What uses a column that was added since the columns were read was added since then, too. */
    private static boolean known(List<Integer> numbers, Map<Integer, ColumnRow> numbered) {
        return numbers.stream().allMatch(number -> number <= 0 || numbered.containsKey(number));
    }

    private Column column(ColumnRow column, long table, NotNullConstraint unvalidated) {
        Unusual more = unusual.getOrDefault(table, Map.of()).getOrDefault(column.number(), new Unusual(null, null, null));
        return new Column(column.number(), column.name(), column.type(), column.typeOid(), more.baseType() != null, more.baseType() == null ? column.typeName() : more.baseType(),
                column.operatorSchema(), more.cheapType() == null ? column.type() : more.cheapType(), column.typeModifier(),
                column.notNull() && unvalidated == null, unvalidated, column.defaultExpression(), more.collation(), column.generated(),
                column.virtual(), column.identity(), column.comment());
    }

    private Index index(IndexRow index, Map<Integer, ColumnRow> numbered, List<ConstraintRow> own) {
        ConstraintRow constraint = own.stream().filter(found -> found.index() == index.oid() && "pux".indexOf(found.type()) >= 0).findFirst().orElse(null);
        List<String> names = index.key().stream().map(number -> number > 0 ? numbered.get(number).name() : "").toList();
        Map<Integer, String> others = expressions.getOrDefault(index.oid(), Map.of());
        List<String> sql = IntStream.range(0, index.key().size())
                .mapToObj(i -> index.key().get(i) > 0 ? numbered.get(index.key().get(i)).quoted() : others.getOrDefault(i + 1, "")).toList();
        return new Index(index.oid(), index.name(), index.unique(), index.primary(), index.valid(), index.method(), names, sql, index.predicate(),
                index.definition(), constraint == null ? null : constraint.name(), constraint == null ? ' ' : constraint.type(), index.immediate(),
                index.nullsNotDistinct(), index.replicaIdentity(), index.clustered(), references.getOrDefault(index.oid(), missing), index.attachedTo(),
                constraint == null ? null : constraint.definition(), index.comment(), constraint == null ? null : constraint.comment(),
                index.tablespace(), statistics.getOrDefault(index.oid(), Map.of()), collations.getOrDefault(index.oid(), Map.of()));
    }

    private static ForeignKey foreignKey(ConstraintRow key, Map<Integer, ColumnRow> numbered) {
        return new ForeignKey(key.name(), key.table(), names(key.columns(), numbered), key.target(),
                key.targetColumns().stream().map(key.targetNames()::get).toList(), key.onDelete(),
                new ForeignKey.Options(key.onUpdate(), names(key.onDeleteColumns(), numbered), key.period(), key.matchFull(), key.deferrable(), key.deferred()),
                key.validated(), key.definition(), key.comment());
    }

    private static List<String> names(List<Integer> numbers, Map<Integer, ColumnRow> numbered) {
        return numbers.stream().map(number -> numbered.get(number).name()).toList();
    }

    private static <T> void add(Map<Long, List<T>> all, ResultSet row, T one) throws SQLException {
        all.computeIfAbsent(row.getLong("owner"), oid -> new ArrayList<>()).add(one);
    }

    private static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Stream.of((Object[]) array.getArray()).map(number -> ((Number) number).intValue()).toList();
    }

    /** An array that PostgreSQL 15 and later have. */
    private static List<Integer> numbersOfJson(String array) {
        return array == null ? List.of() : Arrays.stream(array.replaceAll("[\\[\\] ]", "").split(",")).map(Integer::valueOf).toList();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of(Arrays.copyOf((Object[]) array.getArray(), ((Object[]) array.getArray()).length, String[].class));
    }
}
