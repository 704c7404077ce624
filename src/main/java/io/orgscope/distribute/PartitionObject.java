package io.orgscope.distribute;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something that a partition has and its table has not.
 *
 * @param kind {@link #TRIGGER}, {@link #UNIQUE}, {@link #EXCLUSION} or {@link #REFERENCE}
 * @param name its name, and that of the partition
 */
record PartitionObject(String kind, String name) {

    static final String TRIGGER = "trigger";

    /** A unique key without the organization. */
    static final String UNIQUE = "unique";

    /** An exclusion constraint that does not contain the organization. */
    static final String EXCLUSION = "exclusion";

    /** A foreign key of the partition alone, or to it alone. */
    static final String REFERENCE = "reference";

    /** By the oids of the tables and the names of their organization columns. */
    static final String OF_TABLES = """
            WITH parts AS MATERIALIZED (
              SELECT w.root, i.inhrelid AS oid, a.attnum AS scoped, CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name
                FROM ROWS FROM (pg_catalog.unnest(?::oid[]), pg_catalog.unnest(?::name[])) AS w(root, name)
                JOIN pg_catalog.pg_inherits i ON i.inhparent = w.root
                JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relispartition
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = w.name AND NOT a.attisdropped)
            SELECT p.root::bigint AS root, o.kind, o.name || ' (' || p.name || ')' AS name
              FROM parts p
              CROSS JOIN LATERAL (
                SELECT 'trigger' AS kind, t.tgname AS name FROM pg_catalog.pg_trigger t
                 WHERE t.tgrelid = p.oid AND NOT t.tgisinternal AND t.tgparentid = 0
                UNION ALL
                SELECT 'unique', r.relname FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class r ON r.oid = x.indexrelid
                 WHERE x.indrelid = p.oid AND x.indisunique AND (x.indkey::int2[])[0:x.indnkeyatts - 1] @> ARRAY[p.scoped] IS NOT TRUE
                   AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = x.indexrelid)
                UNION ALL
                SELECT 'exclusion', k.conname FROM pg_catalog.pg_constraint k
                 WHERE k.conrelid = p.oid AND k.contype = 'x' AND k.conparentid = 0 AND (p.scoped = ANY (k.conkey)) IS NOT TRUE
                UNION ALL
                SELECT 'reference', k.conname FROM pg_catalog.pg_constraint k
                 WHERE p.oid IN (k.conrelid, k.confrelid) AND k.contype = 'f' AND k.conparentid = 0) AS o
             ORDER BY 1, 2, 3
            """;

    static PartitionObject of(ResultSet row) throws SQLException {
        return new PartitionObject(row.getString("kind"), row.getString("name"));
    }
}
