package io.orgscope.postgres;

/**
 * The texts of the {@link CatalogQueries}. Each begins with the wanted tables: {@link #ALL} or those that are {@link
 * #NAMED}.
 */
final class CatalogSql {

    private static final String KINDS = "c.relkind IN ('r', 'p', 'v', 'm', 'f')";

    static final String ALL = """
            WITH wanted AS MATERIALIZED (
              SELECT c.oid, n.nspname, c.relname
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE %s AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
            """.formatted(KINDS);

    /** An index finds each name, so a few tables take the same time whatever the number of others. */
    static final String NAMED = """
            WITH wanted AS MATERIALIZED (
              SELECT c.oid, n.nspname, c.relname
                FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS w(schema_name, table_name)
                JOIN pg_catalog.pg_namespace n ON n.nspname = w.schema_name
                JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.table_name
               WHERE %s)
            """.formatted(KINDS);

    /** Every partition of each wanted table that is partitioned and not itself a partition. It locks no partition. */
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

    static final String TABLES = """
            SELECT c.oid::bigint, w.nspname, w.relname, c.relkind, tn.nspname AS top_schema, top.relname AS top_name, c.relhassubclass,
                   pg_catalog.pg_get_userbyid(c.relowner) AS owner, c.relrowsecurity, c.relforcerowsecurity, c.reltuples::bigint AS estimate,
                   CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_total_relation_size(c.oid) ELSE 0 END AS bytes,
                   (SELECT d.description FROM pg_catalog.pg_description d WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = c.oid AND d.objsubid = 0) AS comment,
                   c.relkind = 'p' AND NOT c.relispartition AS partitioned,
                   EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid) AS policies
              FROM wanted w
              JOIN pg_catalog.pg_class c ON c.oid = w.oid
              LEFT JOIN pg_catalog.pg_class top ON c.relispartition AND top.oid = pg_catalog.pg_partition_root(c.oid)
              LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = top.relnamespace
            """;

    static final String PARTITION_SIZES = """
            SELECT t.root::bigint AS owner, sum(pg_catalog.pg_total_relation_size(p.oid))::bigint AS bytes,
                   CASE WHEN max(p.reltuples) < 0 THEN -1 ELSE sum(greatest(p.reltuples, 0)) END::bigint AS estimate
              FROM (%1$s) t JOIN pg_catalog.pg_class p ON p.oid = t.oid AND p.relkind = 'r'
             GROUP BY t.root
            """.formatted(TREE);

    static final String PARTITIONS = """
            SELECT t.root::bigint AS owner, n.nspname, c.relname, c.relkind, pn.nspname AS parent_schema, p.relname AS parent_name
              FROM (%1$s) t
              JOIN pg_catalog.pg_class c ON c.oid = t.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_class p ON p.oid = t.parent
              JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
             ORDER BY t.root, t.depth, n.nspname, c.relname
            """.formatted(TREE);

    static final String PARTITION_KEYS = """
            SELECT k.root::bigint AS owner, coalesce(a.attname::text, '') AS name
              FROM (SELECT t.root, t.oid FROM (%1$s) t UNION ALL SELECT w.oid, w.oid FROM wanted w JOIN pg_catalog.pg_class r ON r.oid = w.oid AND NOT r.relispartition) k
              JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = k.oid
              CROSS JOIN LATERAL pg_catalog.unnest(p.partattrs::int2[]) u(attnum)
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = u.attnum AND u.attnum > 0
            """.formatted(TREE);

    /** It reads one level below a domain: a domain over a domain has the name of the inner one. */
    static final String COLUMNS = """
            SELECT a.attrelid::bigint AS owner, a.attnum, a.attname, a.atttypid::bigint AS type_oid, a.atttypmod,
                   CASE WHEN tn.nspname = 'pg_catalog' THEN pg_catalog.format_type(a.atttypid, a.atttypmod)
                        ELSE pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.typname) END AS type,
                   coalesce(base.typname, t.typname) AS base_type, tn.nspname AS type_schema,
                   CASE WHEN t.typtype = 'd' THEN (
                     WITH RECURSIVE chain AS (
                       SELECT t.oid, t.typbasetype, t.typtypmod, t.typnotnull
                       UNION ALL
                       SELECT d.oid, d.typbasetype, d.typtypmod, d.typnotnull
                         FROM chain c JOIN pg_catalog.pg_type d ON d.oid = c.typbasetype AND d.typtype = 'd')
                     SELECT max(pg_catalog.format_type(c.typbasetype, c.typtypmod)) FILTER (WHERE b.typtype <> 'd')
                       FROM chain c JOIN pg_catalog.pg_type b ON b.oid = c.typbasetype
                     HAVING bool_or(c.typnotnull OR EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.contypid = c.oid))) END AS cheap_type,
                   a.attnotnull AND NOT EXISTS (
                     SELECT FROM pg_catalog.pg_constraint k
                      WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND a.attnum = ANY (k.conkey)
                        AND NOT k.convalidated) AS not_null,
                   pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default_expression,
                   CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation
                        THEN pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname) END AS collation,
                   a.attgenerated <> '' AS generated, a.attidentity <> '' AS identity,
                   (SELECT c.description FROM pg_catalog.pg_description c WHERE c.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.objoid = a.attrelid AND c.objsubid = a.attnum) AS comment
              FROM wanted w
              JOIN pg_catalog.pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
              LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
             ORDER BY a.attrelid, a.attnum
            """;

    /**
     * pg_depend shows what references an index, because pg_constraint has no database index for that.
     * indnullsnotdistinct came with PostgreSQL 15; it is read through jsonb, so that it may be missing.
     */
    static final String INDEXES = """
            SELECT i.indrelid::bigint AS owner, i.indexrelid::bigint AS oid, c.relname AS name, i.indisunique, i.indisprimary,
                   i.indisvalid AND i.indisready AND i.indislive AS valid, am.amname AS method,
                   ARRAY(SELECT coalesce((SELECT a.attname::text FROM pg_catalog.pg_attribute a
                                           WHERE a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0), '')
                           FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, position)
                          WHERE k.position <= i.indnkeyatts ORDER BY k.position) AS columns,
                   ARRAY(SELECT coalesce((SELECT pg_catalog.quote_ident(a.attname) FROM pg_catalog.pg_attribute a
                                           WHERE a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0),
                                         pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int4, false))
                           FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, position)
                          WHERE k.position <= i.indnkeyatts ORDER BY k.position) AS expressions,
                   pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
                   pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
                   k.conname, coalesce(k.contype::text, ' ') AS contype, i.indimmediate,
                   i.indisunique AND coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
                   i.indisreplident, i.indisclustered,
                   (SELECT count(*) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_constraint f ON f.oid = d.objid AND f.contype = 'f'
                     WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = i.indexrelid
                       AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass) AS referenced_by,
                   coalesce(above.inhparent, 0)::bigint AS attached_to,
                   pg_catalog.pg_get_constraintdef(k.oid) AS constraint_definition,
                   (SELECT d.description FROM pg_catalog.pg_description d WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = i.indexrelid AND d.objsubid = 0) AS comment,
                   (SELECT d.description FROM pg_catalog.pg_description d WHERE d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = k.oid AND d.objsubid = 0) AS constraint_comment
              FROM wanted w
              JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_am am ON am.oid = c.relam
              LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_catalog.pg_inherits above ON above.inhrelid = i.indexrelid
             ORDER BY i.indrelid, c.relname
            """;

    /**
     * A key that references a partitioned table has a part for each partition of that table. Only the key itself is
     * returned.
     */
    static final String FOREIGN_KEYS = """
            SELECT k.conrelid::bigint AS owner, k.conname, w.nspname, w.relname, k.confdeltype, k.convalidated,
                   k.confupdtype, k.confmatchtype, k.condeferrable, k.condeferred,
                   tn.nspname AS target_schema, t.relname AS target_name,
                   ARRAY(SELECT (SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = u.attnum)
                           FROM unnest(k.conkey) WITH ORDINALITY AS u(attnum, position) ORDER BY u.position) AS columns,
                   ARRAY(SELECT (SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.confrelid AND a.attnum = u.attnum)
                           FROM unnest(k.confkey) WITH ORDINALITY AS u(attnum, position) ORDER BY u.position) AS target_columns,
                   CASE WHEN k.confdeltype IN ('n', 'd') THEN
                     ARRAY(SELECT a.attname::text FROM pg_catalog.jsonb_array_elements_text(coalesce(
                               nullif(pg_catalog.to_jsonb(k) -> 'confdelsetcols', 'null'), '[]')) WITH ORDINALITY AS u(attnum, position)
                             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum::int2 ORDER BY u.position)
                     ELSE '{}' END AS on_delete_columns,
                   pg_catalog.pg_get_constraintdef(k.oid) AS definition,
                   (SELECT d.description FROM pg_catalog.pg_description d WHERE d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = k.oid AND d.objsubid = 0) AS comment
              FROM wanted w
              JOIN pg_catalog.pg_constraint k ON k.conrelid = w.oid AND k.contype = 'f'
               AND (k.conparentid = 0 OR NOT EXISTS (
                 SELECT FROM pg_catalog.pg_constraint whole WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid))
              JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
             ORDER BY k.conrelid, k.conname
            """;

    static final String CHECKS = """
            SELECT k.conrelid::bigint AS owner, k.conname, pg_catalog.pg_get_constraintdef(k.oid) AS definition, k.convalidated
              FROM wanted w JOIN pg_catalog.pg_constraint k ON k.conrelid = w.oid AND k.contype = 'c'
             ORDER BY k.conrelid, k.conname
            """;

    static final String TRIGGERS = """
            SELECT t.tgrelid::bigint AS owner, t.tgname, p.proname
              FROM wanted w
              JOIN pg_catalog.pg_trigger t ON t.tgrelid = w.oid AND NOT t.tgisinternal
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
             ORDER BY t.tgrelid, t.tgname
            """;

    static final String POLICIES = """
            SELECT p.polrelid::bigint AS owner, p.polname, p.polcmd, p.polpermissive,
                   ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(r)::text END
                           FROM unnest(p.polroles) WITH ORDINALITY AS u(r, position) ORDER BY u.position) AS roles,
                   pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
                   pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
              FROM wanted w JOIN pg_catalog.pg_policy p ON p.polrelid = w.oid
             ORDER BY p.polrelid, p.polname
            """;

    private CatalogSql() {
    }
}
