package io.orgscope.testing;

/** What the queries of a {@link CatalogSnapshot} share. Each returns subject, property and value, null for no fact. */
final class CatalogQuery {

    /** The schemas and relations that a snapshot looks at; the one parameter is the schemas that it does not. */
    static final String KEPT = """
            WITH schema AS (
              SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL (?)
            ), relation AS (
              SELECT c.*, format('%I.%I', s.nspname, c.relname) AS name
              FROM pg_class AS c JOIN schema AS s ON s.oid = c.relnamespace
              WHERE c.relname !~* '^databasechangelog(lock|history)?$'
              AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
            )
            """;

    private CatalogQuery() {
    }

    /** An access control list as text: the default one where there is none, sorted, as the order has no meaning. */
    static String acl(String column, char objectType, String owner) {
        return """
                (SELECT string_agg(item::text, ' ' ORDER BY item::text)
                 FROM unnest(coalesce(%s, acldefault('%s', %s))) AS item)"""
                .formatted(column, objectType, owner);
    }

    /** A query for several properties of each subject, given as {@code ('name', value), …}. */
    static String facts(String subject, String properties, String from) {
        return """
                SELECT %s, fact.property, fact.value
                %s
                CROSS JOIN LATERAL (VALUES %s) AS fact(property, value)
                """.formatted(subject, from.strip(), properties.strip());
    }

    /** The same with a condition. */
    static String facts(String subject, String properties, String from, String where) {
        return facts(subject, properties, from) + "WHERE " + where.strip();
    }
}
