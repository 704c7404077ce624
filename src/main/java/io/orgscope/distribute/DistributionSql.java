package io.orgscope.distribute;

import io.orgscope.postgres.Mention;

/** The queries of {@link DistributionFacts}. Each has the oids of the tables as its first parameter, and {@code root} in its rows. */
final class DistributionSql {

    /** The oid of a table and those of its partitions. */
    private static final String WITH_PARTITIONS = "CROSS JOIN LATERAL (SELECT w.root AS oid UNION ALL SELECT i.inhrelid FROM pg_catalog.pg_inherits i WHERE i.inhparent = w.root) AS p";

    static final String TABLES = """
            SELECT c.oid::bigint AS root, c.relreplident = 'f' AS whole, EXISTS (
                     SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid) OR c.relkind = 'r' AND c.relhassubclass AND EXISTS (
                     SELECT FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid) AS inherits
              FROM pg_catalog.unnest(?::oid[]) AS w(root) JOIN pg_catalog.pg_class c ON c.oid = w.root AND NOT c.relispartition
            """;

    /** A partition has an owner of its own, and may be UNLOGGED alone. */
    static final String STORED = """
            SELECT w.root::bigint AS root, pg_catalog.bool_or(c.relpersistence = 'u') AS unlogged, o.rolname, o.rolcanlogin
              FROM pg_catalog.unnest(?::oid[]) AS w(root)
              %s
              JOIN pg_catalog.pg_class c ON c.oid = p.oid
              JOIN pg_catalog.pg_roles o ON o.oid = c.relowner
             GROUP BY w.root, o.rolname, o.rolcanlogin
             ORDER BY 1, 3
            """.formatted(WITH_PARTITIONS);

    static final String COLUMNS = """
            SELECT a.attrelid::bigint AS root, pg_catalog.format_type(b.oid, NULL) AS name,
                   CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.oid, NULL) END AS domain,
                   pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.collname) AS collation,
                   coalesce(o.collisdeterministic, true) AS deterministic,
                   (SELECT h.amproc::text FROM pg_catalog.pg_opclass c JOIN pg_catalog.pg_am m ON m.oid = c.opcmethod AND m.amname = 'hash'
                      JOIN pg_catalog.pg_amproc h ON h.amprocfamily = c.opcfamily AND h.amproclefttype = c.opcintype
                       AND h.amprocrighttype = c.opcintype AND h.amprocnum = 1
                     WHERE c.opcdefault AND c.opcintype = CASE b.oid WHEN 'varchar'::pg_catalog.regtype THEN 'text'::pg_catalog.regtype ELSE b.oid END
                       AND c.opcintype IN ('int2'::pg_catalog.regtype, 'int4'::pg_catalog.regtype, 'int8'::pg_catalog.regtype,
                                           'uuid'::pg_catalog.regtype, 'text'::pg_catalog.regtype, 'bpchar'::pg_catalog.regtype)) AS hash
              FROM ROWS FROM (pg_catalog.unnest(?::oid[]), pg_catalog.unnest(?::name[])) AS w(root, name)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = w.root AND a.attname = w.name AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
              JOIN LATERAL (
                WITH RECURSIVE chain AS (
                  SELECT t.oid, t.typtype, t.typbasetype
                  UNION ALL
                  SELECT d.oid, d.typtype, d.typbasetype FROM chain c JOIN pg_catalog.pg_type d ON d.oid = c.typbasetype WHERE c.typtype = 'd')
                SELECT oid FROM chain WHERE typtype <> 'd') b ON true
              LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace
            """;

    /** Exclusion constraints that compare the column for equality, as a btree does. */
    static final String EXCLUSIONS = """
            SELECT DISTINCT k.conrelid::bigint AS root, k.conname AS name
              FROM ROWS FROM (pg_catalog.unnest(?::oid[]), pg_catalog.unnest(?::name[])) AS w(root, name)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = w.root AND a.attname = w.name
              JOIN pg_catalog.pg_constraint k ON k.conrelid = w.root AND k.contype = 'x'
              CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.conexclop)) AS e(attnum, operator)
              JOIN pg_catalog.pg_amop o ON o.amopopr = e.operator AND o.amopstrategy = 3
              JOIN pg_catalog.pg_am m ON m.oid = o.amopmethod AND m.amname = 'btree'
             WHERE e.attnum = a.attnum
            """;

    /** Policies with a subquery, and the setting that they read. */
    static final String POLICIES = """
            SELECT DISTINCT w.root::bigint AS root, l.polname AS name, pg_catalog.substring(
                     coalesce(pg_catalog.pg_get_expr(l.polqual, l.polrelid), pg_catalog.pg_get_expr(l.polwithcheck, l.polrelid)),
                     'current_setting[(]''([^'']+)''') AS setting
              FROM pg_catalog.unnest(?::oid[]) AS w(root)
              %s
              JOIN pg_catalog.pg_policy l ON l.polrelid = p.oid
             WHERE pg_catalog.strpos(coalesce(l.polqual::text, '') || coalesce(l.polwithcheck::text, ''), '{SUBLINK') > 0
             ORDER BY 1, 2
            """.formatted(WITH_PARTITIONS);

    static final String SEQUENCES = """
            WITH used AS MATERIALIZED (
              SELECT d.adrelid AS root, d.adnum AS attnum, p.refobjid AS sequence, false AS identity
                FROM pg_catalog.pg_attrdef d
                JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND p.objid = d.oid
                 AND p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                JOIN pg_catalog.pg_class s ON s.oid = p.refobjid AND s.relkind = 'S'
              UNION
              SELECT p.refobjid, p.refobjsubid, p.objid, true
                FROM pg_catalog.pg_depend p JOIN pg_catalog.pg_class s ON s.oid = p.objid AND s.relkind = 'S'
               WHERE p.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                 AND p.deptype = 'i' AND p.refobjsubid > 0)
            SELECT u.root::bigint AS root, a.attname AS name, pg_catalog.format_type(a.atttypid, NULL) AS type, u.identity,
                   pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(s.relname) AS sequence,
                   (SELECT pg_catalog.count(DISTINCT b.atttypid) FROM used o JOIN pg_catalog.pg_attribute b ON b.attrelid = o.root AND b.attnum = o.attnum
                     WHERE o.sequence = u.sequence) AS types
              FROM pg_catalog.unnest(?::oid[]) AS w(root)
              JOIN used u ON u.root = w.root
              JOIN pg_catalog.pg_attribute a ON a.attrelid = u.root AND a.attnum = u.attnum
              JOIN pg_catalog.pg_class s ON s.oid = u.sequence
              JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
             ORDER BY u.root, a.attnum
            """;

    private static final String READS = """
            reads AS MATERIALIZED (
              SELECT DISTINCT d.refobjid AS source, w.ev_class AS reader
                FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                JOIN pg_catalog.pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
               WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid <> w.ev_class)
            """;

    static final String VIEWS = """
            WITH RECURSIVE %s, reach AS (
              SELECT w.root, r.reader FROM pg_catalog.unnest(?::oid[]) AS w(root) JOIN reads r ON r.source = w.root
              UNION
              SELECT s.root, r.reader FROM reach s JOIN reads r ON r.source = s.reader)
            SELECT r.root::bigint AS root, v.relkind = 'm' AS materialized, CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || v.relname AS name
              FROM reach r JOIN pg_catalog.pg_class v ON v.oid = r.reader JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
             ORDER BY 1, 3
            """.formatted(READS);

    /**
     * What depends on a table by its row type or by its oid, rules, policies and rules of other tables that read it, and rules, triggers and
     * defaults of views that read it. Citus makes a new table and new views, and none of these.
     */
    static final String LOST = """
            WITH RECURSIVE %s, reach AS (
              SELECT w.root, p.oid AS reader, false AS view FROM pg_catalog.unnest(?::oid[]) AS w(root) %s
              UNION
              SELECT s.root, r.reader, true FROM reach s JOIN reads r ON r.source = s.reader
            ), found AS (
              SELECT r.root, d.classid, d.objid, d.objsubid
                FROM reach r
                JOIN pg_catalog.pg_class c ON c.oid = r.reader
                JOIN pg_catalog.pg_type t ON t.oid = c.reltype
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid IN (t.oid, t.typarray)
                  OR d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
               WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                  OR d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid <> c.oid AND d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
              UNION
              SELECT r.root, d.classid, d.objid, 0
                FROM reach r
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = r.reader
                LEFT JOIN pg_catalog.pg_policy l ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND l.oid = d.objid
                LEFT JOIN pg_catalog.pg_rewrite w ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.oid = d.objid AND w.rulename <> '_RETURN'
               WHERE coalesce(l.polrelid, w.ev_class) <> r.reader
              UNION
              SELECT r.root, 'pg_catalog.pg_rewrite'::pg_catalog.regclass, w.oid, 0 FROM reach r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.reader
               WHERE w.rulename <> '_RETURN'
              UNION
              SELECT r.root, 'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, 0 FROM reach r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.reader
               WHERE r.view AND NOT t.tgisinternal
              UNION
              SELECT r.root, 'pg_catalog.pg_attrdef'::pg_catalog.regclass, f.oid, 0 FROM reach r JOIN pg_catalog.pg_attrdef f ON f.adrelid = r.reader WHERE r.view)
            SELECT f.root::bigint AS root, pg_catalog.pg_describe_object(f.classid, f.objid, f.objsubid) AS name FROM found f ORDER BY 1, 2
            """.formatted(READS, WITH_PARTITIONS);

    static final String PRIVILEGES = """
            SELECT DISTINCT w.root::bigint AS root, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(g.grantee)::text END AS name
              FROM pg_catalog.unnest(?::oid[]) AS w(root)
              %s
              JOIN pg_catalog.pg_attribute a ON a.attrelid = p.oid AND NOT a.attisdropped
              CROSS JOIN LATERAL pg_catalog.aclexplode(a.attacl) g
             ORDER BY 1, 2
            """.formatted(WITH_PARTITIONS);

    /** Citus makes them again without these words. */
    static final String CHECKS = """
            SELECT DISTINCT w.root::bigint AS root, k.conname AS name
              FROM pg_catalog.unnest(?::oid[]) AS w(root)
              %s
              JOIN pg_catalog.pg_constraint k ON k.conrelid = p.oid AND k.contype = 'c' AND (NOT k.convalidated OR k.connoinherit)
             ORDER BY 1, 2
            """.formatted(WITH_PARTITIONS);

    static final String SPACES = """
            SELECT DISTINCT w.root::bigint AS root, s.spcname AS name
              FROM pg_catalog.unnest(?::oid[]) AS w(root)
              %s
              LEFT JOIN pg_catalog.pg_index x ON x.indrelid = p.oid
              JOIN pg_catalog.pg_class c ON c.oid IN (p.oid, x.indexrelid)
              JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
             ORDER BY 1, 2
            """.formatted(WITH_PARTITIONS);

    /**
     * A function whose text has the name of the table as a word, or whose body is SQL and depends on it. Functions of
     * extensions and ours are left out.
     */
    static final String FUNCTIONS = """
            WITH wanted AS MATERIALIZED (
              SELECT c.oid AS root, %s AS name FROM pg_catalog.unnest(?::oid[]) AS w(root) JOIN pg_catalog.pg_class c ON c.oid = w.root
            ), code AS MATERIALIZED (
              SELECT p.oid, p.pronamespace, p.proname, pg_catalog.lower(p.prosrc) AS body
                FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
               WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'orgscope')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgfoid = p.oid AND pg_catalog.starts_with(t.tgname, ?))
            ), speaks AS (
              SELECT w.root, c.oid FROM wanted w JOIN code c ON %s
              UNION
              SELECT w.root, c.oid FROM wanted w
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = w.root
                 AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                JOIN code c ON c.oid = d.objid)
            SELECT s.root::bigint AS root, CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.proname || '()' AS name
              FROM speaks s JOIN code c ON c.oid = s.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.pronamespace
             GROUP BY 1, 2 ORDER BY 1, 2
            """.formatted(Mention.name("c.relname"), Mention.sql("c.body", "w.name"));

    private DistributionSql() {
    }
}
