package io.orgscope.invariant;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What publications make of a scoped table and of its side table. */
final class Publications {

    /** Publications of schemas came with PostgreSQL 15. */
    private static final int OF_SCHEMAS = 15;

    /**
     * The table, or each of its partitions, that a publication of updates has and that has no replica identity. A publication of a
     * partitioned table, or of its schema, has its partitions too. A key that is deferrable is no replica identity.
     */
    private static final String NOT_IDENTIFIED = InheritanceTree.BY_OID + """
            , heap AS MATERIALIZED (
              SELECT c.oid, n.nspname, c.relname
                FROM tree
                JOIN pg_catalog.pg_class c ON c.oid = tree.oid AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relreplident <> 'f'
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE NOT EXISTS (
                 SELECT FROM pg_catalog.pg_index i
                  WHERE i.indrelid = c.oid AND i.indisvalid AND i.indimmediate
                    AND CASE c.relreplident WHEN 'd' THEN i.indisprimary WHEN 'i' THEN i.indisreplident END)
            ), listed AS (
              SELECT heap.oid AS heap, heap.oid FROM heap
              UNION
              SELECT heap.oid, a.relid::oid FROM heap CROSS JOIN LATERAL pg_catalog.pg_partition_ancestors(heap.oid) AS a
            )
            SELECT h.nspname, h.relname, pg_catalog.string_agg(p.pubname, ', ' ORDER BY p.pubname) AS publications
              FROM heap h
              JOIN pg_catalog.pg_publication p ON p.pubupdate AND (p.puballtables OR EXISTS (
                SELECT FROM listed l JOIN pg_catalog.pg_publication_rel r ON r.prrelid = l.oid WHERE l.heap = h.oid AND r.prpubid = p.oid) %s)
             GROUP BY h.nspname, h.relname
             ORDER BY h.nspname, h.relname
            """;

    private static final String OR_ITS_SCHEMA = """
            OR EXISTS (
                SELECT FROM listed l
                  JOIN pg_catalog.pg_class c ON c.oid = l.oid
                  JOIN pg_catalog.pg_publication_namespace s ON s.pnnspid = c.relnamespace
                 WHERE l.heap = h.oid AND s.pnpubid = p.oid)""";

    private static final PreparedQuery UPDATES = PreparedQuery.of("published_updates", "oid", NOT_IDENTIFIED.formatted(OR_ITS_SCHEMA));
    private static final PreparedQuery UPDATES_14 = PreparedQuery.of("published_updates", "oid", NOT_IDENTIFIED.formatted(""));

    /** The publications that will have each new table of our schema, without those that are accepted. */
    private static final String OF_OUR_SCHEMA = """
            SELECT p.pubname
              FROM pg_catalog.pg_publication p
             WHERE (p.pubinsert OR p.pubupdate OR p.pubdelete) AND (p.puballtables %s)
               AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, 'pg_publication'), ''), $2) = 0
             ORDER BY p.pubname
            """;

    private static final String OR_OUR_SCHEMA = """
            OR EXISTS (
               SELECT FROM pg_catalog.pg_publication_namespace s JOIN pg_catalog.pg_namespace n ON n.oid = s.pnnspid
                WHERE s.pnpubid = p.oid AND n.nspname = $1)""";

    private static final PreparedQuery SIDE_TABLES = PreparedQuery.of("published_side_tables", "text, text", OF_OUR_SCHEMA.formatted(OR_OUR_SCHEMA));
    private static final PreparedQuery SIDE_TABLES_14 = PreparedQuery.of("published_side_tables", "text, text", OF_OUR_SCHEMA.formatted(""));

    private Publications() {
    }

    static boolean any(Connection connection) throws SQLException {
        return Sql.first(connection, false, "SELECT true FROM pg_catalog.pg_publication LIMIT 1", row -> true);
    }

    /** Where PostgreSQL will refuse the updates of steps 02 and 03. A constant default updates no row. */
    static List<String> unidentified(StepContext context) throws SQLException {
        Optional<Table> table = context.table();
        if (table.isEmpty() || context.addedWithDefault() || context.columnNotNull()) {
            return List.of();
        }
        return (ofSchemas(context) ? UPDATES : UPDATES_14).list(context.connection(), row -> {
            TableName name = new TableName(row.getString("nspname"), row.getString("relname"));
            return row.getString("publications") + " publishes updates of " + name + ": ALTER TABLE " + name.sql() + " REPLICA IDENTITY FULL";
        }, table.get().oid());
    }

    /** The publications whose subscribers will need the side table. */
    static List<String> ofSideTable(StepContext context) throws SQLException {
        KeptAssignments kept = context.resolved().kept();
        if (!kept.possible() || context.resolved().keyType() == null || context.columnNotNull()) {
            return List.of();
        }
        List<String> names = (ofSchemas(context) ? SIDE_TABLES : SIDE_TABLES_14).list(context.connection(), row -> row.getString("pubname"),
                ScopedTable.KEPT_SCHEMA, Naming.ACCEPTED);
        return names.stream().map(name -> name + " will publish " + kept.name() + ". On every subscriber: CREATE SCHEMA IF NOT EXISTS "
                + Identifier.quote(ScopedTable.KEPT_SCHEMA) + "; " + kept.replacement().createElsewhere(context.resolved().keptType()) + "; then here: COMMENT ON PUBLICATION "
                + Identifier.quote(name) + " IS " + Literal.of(Naming.ACCEPTED + " the subscribers have the side tables")).toList();
    }

    private static boolean ofSchemas(StepContext context) throws SQLException {
        return context.connection().getMetaData().getDatabaseMajorVersion() >= OF_SCHEMAS;
    }
}
