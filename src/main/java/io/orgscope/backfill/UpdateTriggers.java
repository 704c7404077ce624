package io.orgscope.backfill;

import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The triggers and rules of a table that may prevent an UPDATE or undo it. Those of the steps do not. */
final class UpdateTriggers {

    /**
     * Of the table and of its partitions. PostgreSQL 14 calls what a partition has from its table internal. tgtype has 1 for a row, 2 for BEFORE and 16 for UPDATE;
     * ev_type 2 is UPDATE.
     */
    private static final PreparedQuery FIND = PreparedQuery.of("update_triggers", "text, text, text", InheritanceTree.BY_NAME + """
            SELECT t.tgname::text AS name
              FROM tree JOIN pg_catalog.pg_trigger t ON t.tgrelid = tree.oid
             WHERE (NOT t.tgisinternal OR t.tgparentid <> 0) AND t.tgenabled IN ('O', 'A') AND t.tgtype & 19 = 19 AND NOT pg_catalog.starts_with(t.tgname::text, $3)
            UNION
            SELECT r.rulename::text
              FROM tree JOIN pg_catalog.pg_rewrite r ON r.ev_class = tree.oid
             WHERE r.ev_type = '2' AND r.ev_enabled IN ('O', 'A')
             ORDER BY name
            """);

    private static final PreparedQuery RULES = PreparedQuery.of("update_rules", "bigint", """
            SELECT r.rulename::text AS name FROM pg_catalog.pg_rewrite r
             WHERE r.ev_class = $1::pg_catalog.oid AND r.ev_type = '2' AND r.ev_enabled IN ('O', 'A')
             ORDER BY name
            """);

    private UpdateTriggers() {
    }

    /** The names of the rules alone. PostgreSQL refuses some statements with 0A000 if there is one. */
    static List<String> rules(Connection connection, Heap heap) throws SQLException {
        return RULES.list(connection, row -> row.getString("name"), heap.oid());
    }

    /** Their names. */
    static List<String> of(Connection connection, TableName table) throws SQLException {
        return FIND.list(connection, row -> row.getString("name"), table.schema(), table.name(), Naming.TRIGGERS);
    }
}
