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

    /**
     * A table has two internal triggers for each foreign key that references it. Their names begin with
     * RI_ConstraintTrigger_, and the database index of pg_trigger passes over them. relhassubclass stays true after the
     * last child is gone, until ANALYZE.
     */
    static final String TABLES = """
            SELECT c.oid::bigint, w.nspname, w.relname, c.relkind, tn.nspname AS top_schema, top.relname AS top_name,
                   c.relhassubclass AND EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhparent = c.oid) AS inherited,
                   pg_catalog.pg_get_userbyid(c.relowner) AS owner, c.relrowsecurity, c.relforcerowsecurity, c.reltuples::bigint AS estimate,
                   CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(c.oid) ELSE 0 END AS heap_bytes,
                   c.relkind = 'p' AND NOT c.relispartition AS partitioned,
                   EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid) AS policies,
                   CASE WHEN c.relhastriggers THEN
                     ARRAY(SELECT b.tgname::text FROM pg_catalog.pg_trigger b
                            WHERE b.tgrelid = c.oid AND b.tgname < 'RI_ConstraintTrigger_' AND NOT b.tgisinternal ORDER BY b.tgname)
                     || ARRAY(SELECT a.tgname::text FROM pg_catalog.pg_trigger a
                               WHERE a.tgrelid = c.oid AND a.tgname >= 'RI_ConstraintTrigger`' AND NOT a.tgisinternal ORDER BY a.tgname)
                     ELSE '{}' END AS triggers
              FROM wanted w
              JOIN pg_catalog.pg_class c ON c.oid = w.oid
              LEFT JOIN pg_catalog.pg_class top ON c.relispartition AND top.oid = pg_catalog.pg_partition_root(c.oid)
              LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = top.relnamespace
            """;

    /** The size with indexes and TOAST. It opens every file, and only the planner and the reports show it. */
    static final String SIZES = """
            SELECT c.oid::bigint AS owner, pg_catalog.pg_total_relation_size(c.oid) AS bytes, c.reltuples::bigint AS estimate
              FROM wanted w JOIN pg_catalog.pg_class c ON c.oid = w.oid AND c.relkind IN ('r', 'm')
            """;

    static final String PARTITION_SIZES = """
            SELECT t.root::bigint AS owner, pg_catalog.sum(pg_catalog.pg_total_relation_size(p.oid))::bigint AS bytes,
                   CASE WHEN pg_catalog.max(p.reltuples) < 0 THEN -1 ELSE pg_catalog.sum(greatest(p.reltuples, 0)) END::bigint AS estimate
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

    static final String COLUMNS = """
            SELECT a.attrelid::bigint AS owner, a.attnum, a.attname, pg_catalog.quote_ident(a.attname) AS quoted, a.atttypid::bigint AS type_oid, a.atttypmod,
                   CASE WHEN tn.nspname = 'pg_catalog' THEN pg_catalog.format_type(a.atttypid, a.atttypmod)
                        ELSE pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.typname) END AS type,
                   t.typname, CASE WHEN tn.nspname = 'pg_catalog' THEN tn.nspname ELSE coalesce((
                     WITH RECURSIVE chain AS (
                       SELECT t.oid
                       UNION ALL
                       SELECT CASE d.typtype WHEN 'd' THEN d.typbasetype ELSE d.typelem END
                         FROM chain c JOIN pg_catalog.pg_type d ON d.oid = c.oid AND (d.typtype = 'd' OR d.typcategory = 'A'))
                     SELECT n.nspname
                       FROM chain c
                       JOIN pg_catalog.pg_type b ON b.oid = c.oid AND b.typtype = 'b' AND b.typcategory <> 'A'
                       JOIN pg_catalog.pg_namespace n ON n.oid = b.typnamespace), 'pg_catalog') END AS operator_schema,
                   t.typtype = 'd' OR a.attcollation <> 0 AND a.attcollation <> t.typcollation AS unusual,
                   a.attnotnull, pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default_expression,
                   a.attgenerated <> '' AS generated, a.attgenerated = 'v' AS virtual, a.attidentity <> '' AS identity, c.description AS comment
              FROM wanted w
              JOIN pg_catalog.pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_catalog.pg_description c ON c.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.objoid = a.attrelid AND c.objsubid = a.attnum
             ORDER BY a.attrelid, a.attnum
            """;

    /**
     * Of the columns with a domain or with another collation than that of their type. It reads one level below a
     * domain: a domain over a domain has the name of the inner one.
     */
    static final String UNUSUAL_COLUMNS = """
            SELECT a.attrelid::bigint AS owner, a.attnum, base.typname AS base_type,
                   CASE WHEN t.typtype = 'd' THEN (
                     WITH RECURSIVE chain AS (
                       SELECT t.oid, t.typbasetype, t.typtypmod, t.typnotnull OR t.typdefaultbin IS NOT NULL AS slow
                       UNION ALL
                       SELECT d.oid, d.typbasetype, d.typtypmod, d.typnotnull OR d.typdefaultbin IS NOT NULL
                         FROM chain c JOIN pg_catalog.pg_type d ON d.oid = c.typbasetype AND d.typtype = 'd')
                     SELECT max(CASE WHEN b.typnamespace = 'pg_catalog'::pg_catalog.regnamespace THEN pg_catalog.format_type(c.typbasetype, c.typtypmod)
                                     ELSE b.typnamespace::pg_catalog.regnamespace::text || '.' || pg_catalog.quote_ident(b.typname) END)
                            FILTER (WHERE b.typtype <> 'd')
                       FROM chain c JOIN pg_catalog.pg_type b ON b.oid = c.typbasetype
                     HAVING bool_or(c.slow OR EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.contypid = c.oid))) END AS cheap_type,
                   CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation
                        THEN pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname) END AS collation
              FROM wanted w
              JOIN pg_catalog.pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND (t.typtype = 'd' OR a.attcollation <> 0 AND a.attcollation <> t.typcollation)
              LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
              LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
            """;

    /**
     * indnullsnotdistinct came with PostgreSQL 15; it is read through jsonb, so that it may be missing. That is slow, so
     * the definition is searched first. Few indexes have a tablespace of their own; only those look for its name.
     */
    static final String INDEXES = """
            SELECT i.indrelid::bigint AS owner, i.indexrelid::bigint AS oid, c.relname AS name, i.indisunique, i.indisprimary,
                   i.indisvalid AND i.indisready AND i.indislive AS valid, am.amname AS method, i.indkey::int2[] AS key, i.indnkeyatts,
                   pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate, made.definition, i.indimmediate,
                   made.definition LIKE '%NULLS NOT DISTINCT%' AND coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
                   i.indisreplident, i.indisclustered, coalesce(above.inhparent, 0)::bigint AS attached_to, d.description AS comment,
                   CASE WHEN c.reltablespace <> 0 THEN (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) END AS tablespace
              FROM wanted w
              JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
              CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS definition OFFSET 0) made
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              JOIN pg_catalog.pg_am am ON am.oid = c.relam
              LEFT JOIN pg_catalog.pg_inherits above ON c.relispartition AND above.inhrelid = i.indexrelid
              LEFT JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = i.indexrelid AND d.objsubid = 0
             WHERE made.definition IS NOT NULL
             ORDER BY i.indrelid, c.relname
            """;

    /** pg_depend shows what references an index, because pg_constraint has no database index for that. */
    static final String REFERENCES = """
            SELECT i.indexrelid::bigint AS index, pg_catalog.count(*) AS count
              FROM wanted w
              JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = i.indexrelid
               AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
              JOIN pg_catalog.pg_constraint f ON f.oid = d.objid AND f.contype = 'f'
             GROUP BY i.indexrelid
            """;

    /**
     * The expressions of index keys, and the columns that an index compares by another collation than their own. pg_get_indexdef leaves the collation
     * out of a single key, and that of an expression is not in the catalog, so each expression has the one of its key. Only expressions can have a statistics
     * target. Without one it is -1, from PostgreSQL 17 on NULL.
     */
    static final String EXPRESSIONS = """
            SELECT i.indexrelid::bigint AS index, u.position::int, pg_catalog.pg_get_indexdef(i.indexrelid, u.position::int4, false) AS expression,
                   coalesce(a.attstattarget, -1)::int AS target, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(k.collname) AS collation
              FROM wanted w
              JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
              CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS u(attnum, position)
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = u.position
              LEFT JOIN pg_catalog.pg_attribute c ON c.attrelid = i.indrelid AND c.attnum = u.attnum
              LEFT JOIN pg_catalog.pg_collation k ON k.oid = a.attcollation AND k.oid IS DISTINCT FROM c.attcollation
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid = k.collnamespace
             WHERE (u.attnum <= 0 OR k.oid IS NOT NULL) AND u.position <= i.indnkeyatts
            """;

    /**
     * A foreign key has a row for each column that it references. conperiod came with PostgreSQL 18. A key that references a partitioned table has a part
     * for each partition of that table. Only the key itself is returned. A NOT NULL constraint is returned if it was not
     * validated (PostgreSQL 18 and later).
     */
    static final String CONSTRAINTS = """
            SELECT k.conrelid::bigint AS owner, k.oid::bigint, k.conname, w.nspname, w.relname, k.contype, k.convalidated, k.conindid::bigint AS index, k.conkey AS columns,
                   k.confdeltype, k.confupdtype, k.confmatchtype, k.condeferrable, k.condeferred, tn.nspname AS target_schema, t.relname AS target_name,
                   k.confkey AS target_columns, a.attnum AS target_number, a.attname AS target_column,
                   CASE WHEN k.confdeltype IN ('n', 'd') THEN pg_catalog.to_jsonb(k) ->> 'confdelsetcols' END AS on_delete_columns,
                   CASE WHEN k.contype = 'f' AND pg_catalog.cardinality(k.conkey) > 1 THEN (pg_catalog.to_jsonb(k) ->> 'conperiod')::boolean END AS period,
                   pg_catalog.pg_get_constraintdef(k.oid) AS definition, d.description AS comment
              FROM wanted w
              JOIN pg_catalog.pg_constraint k ON k.conrelid = w.oid
               AND (k.contype IN ('c', 'p', 'u', 'x') OR k.contype = 'n' AND NOT k.convalidated OR k.contype = 'f' AND (k.conparentid = 0
                    OR NOT EXISTS (SELECT FROM pg_catalog.pg_constraint whole WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid)))
              LEFT JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
              LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = ANY (k.confkey)
              LEFT JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = k.oid AND d.objsubid = 0
             ORDER BY k.conrelid, k.conname
            """;

    static final String POLICIES = """
            SELECT p.polrelid::bigint AS owner, p.polname, p.polcmd, p.polpermissive,
                   ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(r)::text END
                           FROM pg_catalog.unnest(p.polroles) WITH ORDINALITY AS u(r, position) ORDER BY u.position) AS roles,
                   pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
                   pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
              FROM wanted w JOIN pg_catalog.pg_policy p ON p.polrelid = w.oid
             ORDER BY p.polrelid, p.polname
            """;

    private CatalogSql() {
    }
}
