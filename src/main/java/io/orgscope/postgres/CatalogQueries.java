package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queries behind {@link Catalog}. Each returns one kind of object for all wanted tables. */
final class CatalogQueries {

    /**
     * Settings until the end of the transaction. PostgreSQL has few statistics about its own catalog, so it expects
     * these queries to be long and compiles them. That takes a second for a query that takes a tenth of it. For the
     * same reason it would plan the queries for a few tables again for each read, and the planning takes longer than
     * the read.
     */
    private static final String SETTINGS = """
            SELECT pg_catalog.set_config('jit', 'off', true), pg_catalog.set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    /**
     * Statements prepared by the server and not by the driver. The driver forgets its prepared statements after each
     * CREATE and ALTER, and steps consist of these.
     */
    private static final String PREPARED = """
            SELECT s.name FROM pg_catalog.pg_prepared_statements AS s WHERE pg_catalog.starts_with(s.name, 'orgscope_')
            """;

    /** invalid_sql_statement_name */
    private static final String NOT_PREPARED = "26000";

    /** The statements that the session of each connection had prepared when it was last asked. */
    private static final Map<Connection, Set<String>> PREPARED_ON = Collections.synchronizedMap(new WeakHashMap<>());

    /** A query, the name under which it is prepared, and what reads its rows. */
    private record Query(String name, String sql, Sql.Reader reader) {
    }

    private final List<TableName> wanted;

    /** @param wanted null for all tables */
    CatalogQueries(Collection<TableName> wanted) {
        this.wanted = wanted == null ? null : wanted.stream().distinct().toList();
    }

    /** Sends the queries together, and then another one for what few tables have: partitions and policies. */
    List<Table> tables(Connection connection) throws SQLException {
        Map<Long, List<Column>> columns = new HashMap<>();
        Map<Long, List<Index>> indexes = new HashMap<>();
        Map<Long, List<ForeignKey>> foreignKeys = new HashMap<>();
        Map<Long, List<Check>> checks = new HashMap<>();
        Map<Long, List<Trigger>> triggers = new HashMap<>();
        List<Head> heads = new ArrayList<>();
        ask(connection, List.of(
                byOwner("orgscope_columns", CatalogSql.COLUMNS, columns, CatalogRows::column),
                byOwner("orgscope_indexes", CatalogSql.INDEXES, indexes, CatalogRows::index),
                byOwner("orgscope_foreign_keys", CatalogSql.FOREIGN_KEYS, foreignKeys, CatalogRows::foreignKey),
                byOwner("orgscope_checks", CatalogSql.CHECKS, checks, row -> new Check(row.getString("conname"), row.getString("definition"), row.getBoolean("convalidated"))),
                byOwner("orgscope_triggers", CatalogSql.TRIGGERS, triggers, row -> new Trigger(row.getString("tgname"), row.getString("proname"))),
                new Query("orgscope_tables", CatalogSql.TABLES, row -> heads.add(head(row)))));
        Map<Long, List<Policy>> policies = new HashMap<>();
        Map<Long, List<String>> keys = new HashMap<>();
        Map<Long, List<Partition>> partitions = new HashMap<>();
        Map<Long, Size> sizes = new HashMap<>();
        List<Query> rare = new ArrayList<>();
        if (heads.stream().anyMatch(Head::policies)) {
            rare.add(byOwner("orgscope_policies", CatalogSql.POLICIES, policies, CatalogRows::policy));
        }
        if (heads.stream().anyMatch(Head::partitioned)) {
            rare.add(byOwner("orgscope_partition_keys", CatalogSql.PARTITION_KEYS, keys, row -> row.getString("name")));
            rare.add(byOwner("orgscope_partitions", CatalogSql.PARTITIONS, partitions, CatalogRows::partition));
            rare.add(new Query("orgscope_partition_sizes", CatalogSql.PARTITION_SIZES, row -> sizes.put(row.getLong("owner"), new Size(row.getLong("estimate"), row.getLong("bytes")))));
        }
        if (!rare.isEmpty()) {
            ask(connection, rare);
        }
        return heads.stream().map(head -> {
            long oid = head.oid();
            Size size = sizes.getOrDefault(oid, head.size());
            return new Table(oid, head.name(), head.kind(), head.top(), partitioning(keys.get(oid), partitions.get(oid)), head.inherited(),
                    head.owner(), head.rowSecurity(), head.forceRowSecurity(), size.rows(), size.bytes(), head.comment(),
                    columns.getOrDefault(oid, List.of()), indexes.getOrDefault(oid, List.of()), foreignKeys.getOrDefault(oid, List.of()),
                    checks.getOrDefault(oid, List.of()), triggers.getOrDefault(oid, List.of()), policies.getOrDefault(oid, List.of()));
        }).toList();
    }

    private record Size(long rows, long bytes) {
    }

    /** A row of pg_class, and whether more has to be read. */
    private record Head(long oid, TableName name, char kind, TableName top, boolean inherited, String owner, boolean rowSecurity,
            boolean forceRowSecurity, Size size, String comment, boolean partitioned, boolean policies) {
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong("oid"), new TableName(row.getString("nspname"), row.getString("relname")), row.getString("relkind").charAt(0),
                top(row), row.getBoolean("relhassubclass"), row.getString("owner"), row.getBoolean("relrowsecurity"),
                row.getBoolean("relforcerowsecurity"), new Size(row.getLong("estimate"), row.getLong("bytes")), row.getString("comment"),
                row.getBoolean("partitioned"), row.getBoolean("policies"));
    }

    /** For a partitioned table that is not itself a partition; null for all others. */
    private static Partitioning partitioning(List<String> key, List<Partition> partitions) {
        return key == null ? null : new Partitioning(partitions == null ? List.of() : partitions, new TreeSet<>(key));
    }

    private static TableName top(ResultSet row) throws SQLException {
        return row.getString("top_name") == null ? null : new TableName(row.getString("top_schema"), row.getString("top_name"));
    }

    private static <T> Query byOwner(String name, String sql, Map<Long, List<T>> all, Sql.Row<T> mapper) {
        return new Query(name, sql, row -> all.computeIfAbsent(row.getLong("owner"), oid -> new ArrayList<>()).add(mapper.read(row)));
    }

    private void ask(Connection connection, List<Query> queries) throws SQLException {
        if (wanted == null) {
            read(connection, queries);
            return;
        }
        Set<String> believed = PREPARED_ON.computeIfAbsent(connection, any -> ConcurrentHashMap.newKeySet());
        List<String> names = queries.stream().map(Query::name).toList();
        if (!connection.getAutoCommit() || !believed.containsAll(names)) {
            prepare(connection, queries);
            believed.addAll(names);
        }
        try {
            read(connection, queries);
        } catch (SQLException failed) {
            if (!NOT_PREPARED.equals(failed.getSQLState()) || !connection.getAutoCommit()) {
                throw failed;
            }
            prepare(connection, queries);
            read(connection, queries);
        }
    }

    private void read(Connection connection, List<Query> queries) throws SQLException {
        List<Sql.Query> all = new ArrayList<>(List.of(new Sql.Query(SETTINGS, row -> { })));
        queries.forEach(query -> all.add(new Sql.Query(wanted == null ? CatalogSql.ALL + query.sql() : execute(query), query.reader())));
        Sql.together(connection, all);
    }

    /**
     * Asks the session which statements it has, and prepares the others. The statements stay until the session ends, or
     * until a pooler removes them or uses another session for the same connection. A failed EXECUTE shows that, but it
     * would also end a transaction. So in a transaction the session is asked each time.
     */
    private static void prepare(Connection connection, List<Query> queries) throws SQLException {
        List<String> prepared = Sql.list(connection, PREPARED, row -> row.getString(1));
        String missing = queries.stream().filter(query -> !prepared.contains(query.name()))
                .map(query -> "PREPARE " + query.name() + " (text[], text[]) AS " + CatalogSql.NAMED + query.sql()).collect(Collectors.joining(";\n"));
        if (!missing.isEmpty()) {
            Sql.execute(connection, missing);
        }
    }

    /** EXECUTE does not accept bound values. */
    private String execute(Query query) {
        return "EXECUTE " + query.name() + " (" + array(TableName::schema) + ", " + array(TableName::name) + ")";
    }

    private String array(Function<TableName, String> part) {
        return wanted.stream().map(part).map(Literal::of).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }
}
