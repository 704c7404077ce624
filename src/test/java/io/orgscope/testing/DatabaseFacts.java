package io.orgscope.testing;

import static io.orgscope.testing.CatalogQuery.acl;
import static io.orgscope.testing.CatalogQuery.facts;

import java.util.List;

/** What the catalog says about the database itself, its schemas, sequences, types, privileges and extensions. */
final class DatabaseFacts {

    /** Without the name, so that two databases can be compared. */
    private static final String DATABASE = facts("'database'", """
            ('owner', d.datdba::regrole::text),
            ('acl', %s),
            ('comment', shobj_description(d.oid, 'pg_database'))
            """.formatted(acl("d.datacl", 'd', "d.datdba")), "FROM pg_database AS d", "d.datname = current_database()");

    private static final String SETTINGS = """
            SELECT 'database', 'settings of ' || CASE s.setrole WHEN 0 THEN 'everyone' ELSE s.setrole::regrole::text END,
              s.setconfig::text
            FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase WHERE d.datname = current_database()
            """;

    private static final String SCHEMAS = facts("'schema ' || quote_ident(s.nspname)", """
            ('owner', s.nspowner::regrole::text),
            ('acl', %s),
            ('comment', obj_description(s.oid, 'pg_namespace'))
            """.formatted(acl("s.nspacl", 'n', "s.nspowner")), "FROM schema AS s");

    private static final String SEQUENCES = facts("'sequence ' || r.name", """
            ('type', format_type(q.seqtypid, NULL)),
            ('range', format('%s to %s from %s by %s', q.seqmin, q.seqmax, q.seqstart, q.seqincrement)),
            ('cache', q.seqcache::text),
            ('cycle', q.seqcycle::text),
            ('owned by', (SELECT refobjid::regclass || '.' || (SELECT attname FROM pg_attribute
                                                               WHERE attrelid = refobjid AND attnum = refobjsubid)
                          FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = r.oid
                          AND refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i')))
            """, "FROM relation AS r JOIN pg_sequence AS q ON q.seqrelid = r.oid");

    /** Neither the row types of tables nor arrays: they come and go with what they belong to. */
    private static final String TYPES = facts("'type ' || format_type(t.oid, NULL)", """
            ('kind', t.typtype::text),
            ('base type', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END),
            ('not null', CASE WHEN t.typtype = 'd' THEN t.typnotnull::text END),
            ('default', t.typdefault),
            ('labels', (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)),
            ('subtype', (SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid)),
            ('owner', t.typowner::regrole::text),
            ('acl', %s),
            ('comment', obj_description(t.oid, 'pg_type'))
            """.formatted(acl("t.typacl", 'T', "t.typowner")), "FROM schema AS s JOIN pg_type AS t ON t.typnamespace = s.oid", """
            t.typtype <> 'm' AND t.typcategory <> 'A'
            AND NOT EXISTS (SELECT FROM pg_class WHERE oid = t.typrelid AND relkind <> 'c')
            AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')
            """);

    private static final String DOMAIN_CONSTRAINTS = """
            SELECT 'type ' || format_type(t.oid, NULL), 'constraint ' || quote_ident(c.conname),
              pg_get_constraintdef(c.oid) || CASE WHEN c.convalidated THEN '' ELSE ' (not validated)' END
            FROM schema AS s JOIN pg_type AS t ON t.typnamespace = s.oid JOIN pg_constraint AS c ON c.contypid = t.oid
            """;

    private static final String DEFAULT_PRIVILEGES = """
            SELECT format('default privileges of %s in %s', d.defaclrole::regrole,
                coalesce((SELECT nspname FROM pg_namespace WHERE oid = d.defaclnamespace), 'every schema')), d.defaclobjtype::text,
              (SELECT string_agg(item::text, ' ' ORDER BY item::text) FROM unnest(d.defaclacl) AS item)
            FROM pg_default_acl AS d WHERE d.defaclnamespace = 0 OR d.defaclnamespace IN (SELECT oid FROM schema)
            """;

    private static final String EXTENSIONS = facts("'extension ' || quote_ident(e.extname)", """
            ('version', e.extversion),
            ('schema', e.extnamespace::regnamespace::text)
            """, "FROM pg_extension AS e");

    private static final String PUBLICATIONS = facts("'publication ' || quote_ident(p.pubname)", """
            ('all tables', p.puballtables::text),
            ('publishes', concat_ws(' ', p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate)),
            ('tables', (SELECT string_agg(prrelid::regclass::text, ', ' ORDER BY prrelid::regclass::text)
                        FROM pg_publication_rel WHERE prpubid = p.oid)),
            ('owner', p.pubowner::regrole::text)
            """, "FROM pg_publication AS p");

    static final List<String> QUERIES = List.of(DATABASE, SETTINGS, SCHEMAS, SEQUENCES, TYPES, DOMAIN_CONSTRAINTS,
            DEFAULT_PRIVILEGES, EXTENSIONS, PUBLICATIONS);

    private DatabaseFacts() {
    }
}
