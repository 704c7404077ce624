package io.orgscope.testing;

import static io.orgscope.testing.CatalogQuery.acl;
import static io.orgscope.testing.CatalogQuery.facts;

import java.util.List;

/** What the catalog says about tables: themselves, their columns, constraints and indexes. */
final class TableFacts {

    private static final String RELATIONS = facts("""
            CASE r.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
              WHEN 'f' THEN 'foreign table' WHEN 'p' THEN 'partitioned table' ELSE 'table' END || ' ' || r.name
            """, """
            ('owner', r.relowner::regrole::text),
            ('acl', CASE r.relkind WHEN 'S' THEN %s ELSE %s END),
            ('row security', concat(r.relrowsecurity::text, CASE WHEN r.relforcerowsecurity THEN ', forced' END)),
            ('options', r.reloptions::text),
            ('toast options', (SELECT t.reloptions::text FROM pg_class AS t WHERE t.oid = r.reltoastrelid)),
            ('persistence', r.relpersistence::text),
            ('replica identity', r.relreplident::text),
            ('access method', (SELECT amname::text FROM pg_am WHERE oid = r.relam)),
            ('tablespace', (SELECT spcname::text FROM pg_tablespace WHERE oid = r.reltablespace)),
            ('parents', (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = r.oid)),
            ('partition bound', pg_get_expr(r.relpartbound, r.oid)),
            ('partition key', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END),
            ('definition', CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END),
            ('comment', obj_description(r.oid, 'pg_class'))
            """.formatted(acl("r.relacl", 's', "r.relowner"), acl("r.relacl", 'r', "r.relowner")),
            "FROM relation AS r", "r.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')");

    private static final String COLUMNS = facts("'column ' || r.name || '.' || quote_ident(a.attname)", """
            ('position', a.position::text),
            ('type', format_type(a.atttypid, a.atttypmod)),
            ('not null', a.attnotnull::text),
            ('default', (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = r.oid AND adnum = a.attnum)),
            ('identity', nullif(a.attidentity::text, '')),
            ('generated', nullif(a.attgenerated::text, '')),
            ('collation', (SELECT c.collname::text FROM pg_collation AS c WHERE c.oid = a.attcollation)),
            ('storage', a.attstorage::text),
            ('compression', nullif(a.attcompression::text, '')),
            ('statistics target', nullif(a.attstattarget, -1)::text),
            -- PostgreSQL 15.20 counts versions of a column in an option of its own.
            ('options', nullif(ARRAY(SELECT o FROM unnest(a.attoptions) AS o WHERE o !~ '^pg_attver=' ORDER BY 1), '{}')::text),
            ('inherited', concat(a.attinhcount, CASE WHEN a.attislocal THEN ', local' END)),
            ('acl', (SELECT string_agg(item::text, ' ' ORDER BY item::text) FROM unnest(a.attacl) AS item)),
            ('comment', col_description(r.oid, a.attnum))
            """, """
            FROM relation AS r JOIN LATERAL (
              SELECT live.*, row_number() OVER (ORDER BY live.attnum) AS position
              FROM pg_attribute AS live WHERE live.attrelid = r.oid AND live.attnum > 0 AND NOT live.attisdropped
            ) AS a ON true
            """, "r.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')");

    private static final String CONSTRAINTS = facts("'constraint ' || r.name || '.' || quote_ident(c.conname)", """
            ('definition', pg_get_constraintdef(c.oid)),
            ('validated', c.convalidated::text),
            ('deferrable', concat(c.condeferrable::text, CASE WHEN c.condeferred THEN ', deferred' END)),
            ('inherited', concat(c.coninhcount, CASE WHEN c.conislocal THEN ', local' END)),
            ('index', nullif(c.conindid, 0)::regclass::text),
            ('triggers', (SELECT string_agg(DISTINCT tgenabled::text, '') FROM pg_trigger WHERE tgconstraint = c.oid)),
            ('comment', obj_description(c.oid, 'pg_constraint'))
            """, "FROM relation AS r JOIN pg_constraint AS c ON c.conrelid = r.oid");

    private static final String INDEXES = facts("'index ' || i.indexrelid::regclass::text", """
            ('definition', pg_get_indexdef(i.indexrelid)),
            ('table', r.name),
            ('valid', i.indisvalid::text),
            ('ready', i.indisready::text),
            ('live', i.indislive::text),
            ('immediate', i.indimmediate::text),
            ('primary', i.indisprimary::text),
            ('replica identity', i.indisreplident::text),
            ('clustered', i.indisclustered::text),
            ('tablespace', (SELECT t.spcname::text FROM pg_class AS x JOIN pg_tablespace AS t ON t.oid = x.reltablespace
                            WHERE x.oid = i.indexrelid)),
            ('statistics targets', (SELECT string_agg(attnum || ':' || attstattarget, ' ' ORDER BY attnum)
                                    FROM pg_attribute WHERE attrelid = i.indexrelid AND attstattarget >= 0)),
            ('parent', (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = i.indexrelid)),
            ('comment', obj_description(i.indexrelid, 'pg_class'))
            """, "FROM relation AS r JOIN pg_index AS i ON i.indrelid = r.oid");

    private static final String STATISTICS = facts("'statistics ' || format('%I', x.stxname)", """
            ('definition', pg_get_statisticsobjdef(x.oid)),
            ('target', nullif(x.stxstattarget, -1)::text),
            ('owner', x.stxowner::regrole::text),
            ('comment', obj_description(x.oid, 'pg_statistic_ext'))
            """, "FROM relation AS r JOIN pg_statistic_ext AS x ON x.stxrelid = r.oid");

    static final List<String> QUERIES = List.of(RELATIONS, COLUMNS, CONSTRAINTS, INDEXES, STATISTICS);

    private TableFacts() {
    }
}
