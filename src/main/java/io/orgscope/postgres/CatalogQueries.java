package io.orgscope.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The queries behind {@link Catalog}: each returns one kind of object for all tables wanted. */
final class CatalogQueries {

    private static final String WANTED = """
            WITH wanted AS MATERIALIZED (
              SELECT c.oid, n.nspname, c.relname
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                 AND CASE WHEN ?::text[] IS NULL
                          THEN n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                          ELSE (n.nspname::text, c.relname::text) IN (SELECT s, t FROM unnest(?::text[], ?::text[]) AS w(s, t))
                     END)
            """;

    /** Every partition under each wanted table that is partitioned and no partition itself. No partition is locked for it. */
    private static final String TREE = """
            WITH RECURSIVE tree AS (
              SELECT w.oid AS root, i.inhrelid AS oid, i.inhparent AS parent, 1 AS depth
                FROM wanted w
                JOIN pg_catalog.pg_class r ON r.oid = w.oid AND r.relkind = 'p' AND NOT r.relispartition
                JOIN pg_catalog.pg_inherits i ON i.inhparent = w.oid AND NOT i.inhdetachpending
              UNION ALL
              SELECT t.root, i.inhrelid, i.inhparent, t.depth + 1
                FROM tree t JOIN pg_catalog.pg_inherits i ON i.inhparent = t.oid AND NOT i.inhdetachpending)
            SELECT * FROM tree
            """;

    private static final String TABLES = WANTED + """
            SELECT c.oid::bigint, w.nspname, w.relname, c.relkind, tn.nspname AS top_schema, top.relname AS top_name, c.relhassubclass,
                   pg_catalog.pg_get_userbyid(c.relowner) AS owner, c.relrowsecurity, c.relforcerowsecurity,
                   coalesce(parts.estimate, c.reltuples)::bigint AS estimate, coalesce(parts.bytes,
                     CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_total_relation_size(c.oid) ELSE 0 END) AS bytes,
                   pg_catalog.obj_description(c.oid, 'pg_class') AS comment
              FROM wanted w
              JOIN pg_catalog.pg_class c ON c.oid = w.oid
              LEFT JOIN pg_catalog.pg_class top ON c.relispartition AND top.oid = pg_catalog.pg_partition_root(c.oid)
              LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = top.relnamespace
              LEFT JOIN (
                SELECT t.root, sum(pg_catalog.pg_total_relation_size(p.oid))::bigint AS bytes,
                       CASE WHEN max(p.reltuples) < 0 THEN -1 ELSE sum(greatest(p.reltuples, 0)) END AS estimate
                  FROM (%1$s) t JOIN pg_catalog.pg_class p ON p.oid = t.oid AND p.relkind = 'r'
                 GROUP BY t.root) parts ON parts.root = c.oid
            """.formatted(TREE);

    private static final String PARTITIONS = WANTED + """
            SELECT t.root::bigint AS owner, n.nspname, c.relname, c.relkind, pn.nspname AS parent_schema, p.relname AS parent_name
              FROM (%1$s) t
              JOIN pg_catalog.pg_class c ON c.oid = t.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_class p ON p.oid = t.parent
              JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
             ORDER BY t.root, t.depth, n.nspname, c.relname
            """.formatted(TREE);

    private static final String PARTITION_KEYS = WANTED + """
            SELECT k.root::bigint AS owner, coalesce(a.attname::text, '') AS name
              FROM (SELECT t.root, t.oid FROM (%1$s) t UNION ALL SELECT w.oid, w.oid FROM wanted w JOIN pg_catalog.pg_class r ON r.oid = w.oid AND NOT r.relispartition) k
              JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = k.oid
              CROSS JOIN LATERAL pg_catalog.unnest(p.partattrs::int2[]) u(attnum)
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = u.attnum AND u.attnum > 0
            """.formatted(TREE);

    /** A domain's base type is followed one step: domains over domains keep the inner domain's name. */
    private static final String COLUMNS = WANTED + """
            SELECT a.attrelid::bigint AS owner, a.attnum, a.attname, a.atttypid::bigint AS type_oid, a.atttypmod,
                   CASE WHEN tn.nspname = 'pg_catalog' THEN pg_catalog.format_type(a.atttypid, a.atttypmod)
                        ELSE pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.typname) END AS type,
                   coalesce(base.typname, t.typname) AS base_type, tn.nspname AS type_schema, under.cheap_type,
                   a.attnotnull AND NOT EXISTS (
                     SELECT FROM pg_catalog.pg_constraint k
                      WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND a.attnum = ANY (k.conkey)
                        AND NOT k.convalidated) AS not_null,
                   pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default_expression,
                   CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation
                        THEN pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname) END AS collation,
                   a.attgenerated <> '' AS generated, a.attidentity <> '' AS identity, pg_catalog.col_description(a.attrelid, a.attnum) AS comment
              FROM wanted w
              JOIN pg_catalog.pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
              LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
              LEFT JOIN (
                WITH RECURSIVE chain AS (
                  SELECT d.oid AS domain, d.oid, d.typbasetype, d.typtypmod, d.typnotnull
                    FROM pg_catalog.pg_type d WHERE d.typtype = 'd'
                  UNION ALL
                  SELECT c.domain, d.oid, d.typbasetype, d.typtypmod, d.typnotnull
                    FROM chain c JOIN pg_catalog.pg_type d ON d.oid = c.typbasetype AND d.typtype = 'd')
                SELECT c.domain, max(pg_catalog.format_type(c.typbasetype, c.typtypmod)) FILTER (WHERE b.typtype <> 'd') AS cheap_type
                  FROM chain c JOIN pg_catalog.pg_type b ON b.oid = c.typbasetype
                 GROUP BY c.domain
                HAVING bool_or(c.typnotnull OR c.oid IN (SELECT k.contypid FROM pg_catalog.pg_constraint k WHERE k.contypid <> 0)))
                under ON under.domain = t.oid
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
             ORDER BY a.attrelid, a.attnum
            """;

    /** indnullsnotdistinct came with PostgreSQL 15; through jsonb its absence is no error. */
    private static final String INDEXES = WANTED + """
            SELECT i.indrelid::bigint AS owner, i.indexrelid::bigint AS oid, c.relname AS name, i.indisunique, i.indisprimary,
                   i.indisvalid AND i.indisready AND i.indislive AS valid, am.amname AS method,
                   ARRAY(SELECT coalesce(a.attname::text, '')
                           FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, position)
                           LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
                          WHERE k.position <= i.indnkeyatts ORDER BY k.position) AS columns,
                   ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, position, false)
                           FROM pg_catalog.generate_series(1, i.indnkeyatts) AS position ORDER BY position) AS expressions,
                   pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
                   pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
                   k.conname, coalesce(k.contype::text, ' ') AS contype, i.indimmediate,
                   coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
                   i.indisreplident, i.indisclustered, coalesce(r.count, 0) AS referenced_by,
                   coalesce(above.inhparent, 0)::bigint AS attached_to,
                   pg_catalog.pg_get_constraintdef(k.oid) AS constraint_definition,
                   pg_catalog.obj_description(i.indexrelid, 'pg_class') AS comment,
                   pg_catalog.obj_description(k.oid, 'pg_constraint') AS constraint_comment
              FROM wanted w
              JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_am am ON am.oid = c.relam
              LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_catalog.pg_inherits above ON above.inhrelid = i.indexrelid
              LEFT JOIN (SELECT conindid, count(*) FROM pg_catalog.pg_constraint WHERE contype = 'f' GROUP BY 1) r
                ON r.conindid = i.indexrelid
             ORDER BY i.indrelid, c.relname
            """;

    /** A key that references a partitioned table has a part for each partition of that; the key itself stands for them. */
    private static final String FOREIGN_KEYS = WANTED + """
            SELECT k.conrelid::bigint AS owner, k.conname, w.nspname, w.relname, k.confdeltype, k.convalidated,
                   k.confupdtype, k.confmatchtype, k.condeferrable, k.condeferred,
                   tn.nspname AS target_schema, t.relname AS target_name,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(attnum, position)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY u.position) AS columns,
                   ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u(attnum, position)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum ORDER BY u.position) AS target_columns,
                   ARRAY(SELECT a.attname::text FROM pg_catalog.jsonb_array_elements_text(coalesce(
                             nullif(pg_catalog.to_jsonb(k) -> 'confdelsetcols', 'null'), '[]')) WITH ORDINALITY AS u(attnum, position)
                           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum::int2 ORDER BY u.position)
                     AS on_delete_columns,
                   pg_catalog.pg_get_constraintdef(k.oid) AS definition, pg_catalog.obj_description(k.oid, 'pg_constraint') AS comment
              FROM wanted w
              JOIN pg_catalog.pg_constraint k ON k.conrelid = w.oid AND k.contype = 'f'
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint whole WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid)
              JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
             ORDER BY k.conrelid, k.conname
            """;

    private static final String CHECKS = WANTED + """
            SELECT k.conrelid::bigint AS owner, k.conname, pg_catalog.pg_get_constraintdef(k.oid) AS definition, k.convalidated
              FROM wanted w JOIN pg_catalog.pg_constraint k ON k.conrelid = w.oid AND k.contype = 'c'
             ORDER BY k.conrelid, k.conname
            """;

    private static final String TRIGGERS = WANTED + """
            SELECT t.tgrelid::bigint AS owner, t.tgname, p.proname, pg_catalog.pg_get_triggerdef(t.oid) AS definition
              FROM wanted w
              JOIN pg_catalog.pg_trigger t ON t.tgrelid = w.oid AND NOT t.tgisinternal
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
             ORDER BY t.tgrelid, t.tgname
            """;

    private static final String POLICIES = WANTED + """
            SELECT p.polrelid::bigint AS owner, p.polname, p.polcmd, p.polpermissive,
                   ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(r)::text END
                           FROM unnest(p.polroles) WITH ORDINALITY AS u(r, position) ORDER BY u.position) AS roles,
                   pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
                   pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
              FROM wanted w JOIN pg_catalog.pg_policy p ON p.polrelid = w.oid
             ORDER BY p.polrelid, p.polname
            """;

    private final String[] schemas;
    private final String[] names;

    /** @param wanted null for all tables */
    CatalogQueries(Collection<TableName> wanted) {
        schemas = wanted == null ? null : wanted.stream().map(TableName::schema).toArray(String[]::new);
        names = wanted == null ? null : wanted.stream().map(TableName::name).toArray(String[]::new);
    }

    List<Table> tables(Connection connection) throws SQLException {
        Map<Long, List<Column>> columns = byOwner(connection, COLUMNS, CatalogQueries::column);
        Map<Long, List<Index>> indexes = byOwner(connection, INDEXES, CatalogQueries::index);
        Map<Long, List<ForeignKey>> foreignKeys = byOwner(connection, FOREIGN_KEYS, CatalogQueries::foreignKey);
        Map<Long, List<Check>> checks = byOwner(connection, CHECKS, row ->
                new Check(row.getString("conname"), row.getString("definition"), row.getBoolean("convalidated")));
        Map<Long, List<Trigger>> triggers = byOwner(connection, TRIGGERS, row ->
                new Trigger(row.getString("tgname"), row.getString("proname"), row.getString("definition")));
        Map<Long, List<Policy>> policies = byOwner(connection, POLICIES, CatalogQueries::policy);
        Map<Long, Partitioning> partitioning = partitioning(connection);
        return Sql.list(connection, TABLES, row -> {
            long oid = row.getLong("oid");
            return new Table(oid, new TableName(row.getString("nspname"), row.getString("relname")),
                    row.getString("relkind").charAt(0), top(row), partitioning.get(oid),
                    row.getBoolean("relhassubclass"), row.getString("owner"), row.getBoolean("relrowsecurity"),
                    row.getBoolean("relforcerowsecurity"), row.getLong("estimate"), row.getLong("bytes"),
                    row.getString("comment"), columns.getOrDefault(oid, List.of()),
                    indexes.getOrDefault(oid, List.of()), foreignKeys.getOrDefault(oid, List.of()),
                    checks.getOrDefault(oid, List.of()), triggers.getOrDefault(oid, List.of()),
                    policies.getOrDefault(oid, List.of()));
        }, parameters());
    }

    /** Of the partitioned tables that are no partitions: what is in none of the results is not one. */
    private Map<Long, Partitioning> partitioning(Connection connection) throws SQLException {
        Map<Long, List<String>> keys = byOwner(connection, PARTITION_KEYS, row -> row.getString("name"));
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Partition>> partitions = byOwner(connection, PARTITIONS, row -> new Partition(
                new TableName(row.getString("nspname"), row.getString("relname")), row.getString("relkind").charAt(0),
                new TableName(row.getString("parent_schema"), row.getString("parent_name"))));
        Map<Long, Partitioning> all = new HashMap<>();
        keys.forEach((oid, names) -> all.put(oid, new Partitioning(partitions.getOrDefault(oid, List.of()), new TreeSet<>(names))));
        return all;
    }

    private static TableName top(ResultSet row) throws SQLException {
        return row.getString("top_name") == null ? null : new TableName(row.getString("top_schema"), row.getString("top_name"));
    }

    private Object[] parameters() {
        return new Object[] {schemas, schemas, names};
    }

    private <T> Map<Long, List<T>> byOwner(Connection connection, String sql, Sql.Row<T> mapper) throws SQLException {
        Map<Long, List<T>> all = new HashMap<>();
        Sql.list(connection, sql, row -> all.computeIfAbsent(row.getLong("owner"), oid -> new ArrayList<>())
                .add(mapper.read(row)), parameters());
        return all;
    }

    private static Column column(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String cheap = row.getString("cheap_type");
        return new Column(row.getInt("attnum"), row.getString("attname"), type, row.getLong("type_oid"),
                row.getString("base_type"), row.getString("type_schema"), cheap == null ? type : cheap, row.getInt("atttypmod"),
                row.getBoolean("not_null"), row.getString("default_expression"), row.getString("collation"),
                row.getBoolean("generated"), row.getBoolean("identity"), row.getString("comment"));
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(row.getLong("oid"), row.getString("name"), row.getBoolean("indisunique"),
                row.getBoolean("indisprimary"), row.getBoolean("valid"), row.getString("method"),
                strings(row, "columns"), strings(row, "expressions"), row.getString("predicate"), row.getString("definition"),
                row.getString("conname"), row.getString("contype").charAt(0), row.getBoolean("indimmediate"),
                row.getBoolean("nulls_not_distinct"), row.getBoolean("indisreplident"),
                row.getBoolean("indisclustered"), row.getInt("referenced_by"), row.getLong("attached_to"),
                row.getString("constraint_definition"), row.getString("comment"),
                row.getString("constraint_comment"));
    }

    private static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(row.getString("conname"),
                new TableName(row.getString("nspname"), row.getString("relname")), strings(row, "columns"),
                new TableName(row.getString("target_schema"), row.getString("target_name")),
                strings(row, "target_columns"), row.getString("confdeltype").charAt(0),
                new ForeignKey.Options(row.getString("confupdtype").charAt(0), strings(row, "on_delete_columns"),
                        row.getString("confmatchtype").equals("f"), row.getBoolean("condeferrable"), row.getBoolean("condeferred")),
                row.getBoolean("convalidated"), row.getString("definition"), row.getString("comment"));
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(row.getString("polname"), row.getString("polcmd").charAt(0), row.getBoolean("polpermissive"), strings(row, "roles"),
                row.getString("using_expression"), row.getString("check_expression"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of(Arrays.copyOf((Object[]) array.getArray(), ((Object[]) array.getArray()).length, String[].class));
    }
}
