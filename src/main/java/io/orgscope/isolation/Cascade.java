package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A referenced table without row security in which a bound role may delete or update rows. The action of a foreign key then deletes or
 * changes rows of the table. PostgreSQL runs it as the owner, and no policy applies to it.
 *
 * @param target     the table without row security
 * @param key        the name of the table's foreign key that acts
 * @param definition its definition
 * @param deletes    whether the role may delete rows of {@code target}; else it may update a column that {@code key} references
 * @param direct     whether {@code key} references {@code target}; else further foreign keys are between them
 * @param revoke     the statements after which the role may not
 */
record Cascade(TableName target, String key, String definition, String role, boolean deletes, boolean direct, String revoke) {

    private static final String DOES = "CASE WHEN found.deletes THEN 'DELETE' ELSE 'UPDATE' END";

    /**
     * Goes from each table and its partitions up from foreign key to foreign key. A DELETE gets to the table through ON DELETE CASCADE, and an UPDATE
     * through ON UPDATE CASCADE of the columns that it changes. The last action may also be SET NULL or SET DEFAULT. Row security of
     * the tables between does not stop it. Of a key to a partitioned table only the key that somebody made counts, and not those that
     * PostgreSQL made for its partitions. A partition between has the keys that it inherits. A role with the privileges of the table's
     * owner is left out, because it may switch row security off.
     */
    private static final String FOUND = """
            WITH RECURSIVE bound AS MATERIALIZED (
              SELECT b.root, r.oid, r.rolname FROM unnest(?::oid[], ?::name[]) AS b(root, role)
                JOIN pg_catalog.pg_class c ON c.oid = b.root
                JOIN pg_catalog.pg_roles r ON r.rolname = b.role AND NOT r.rolsuper AND NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE')
            ), part AS MATERIALIZED (
              SELECT b.root, b.root AS oid FROM bound b
              UNION
              SELECT b.root, p.relid::oid FROM bound b CROSS JOIN LATERAL pg_catalog.pg_partition_tree(b.root::pg_catalog.regclass) AS p
            ), way AS (
              SELECT p.root, k.oid AS key, k.confrelid AS target, k.confkey AS columns, k.confdeltype IN ('c', 'n', 'd') AS deletes,
                     k.confupdtype IN ('c', 'n', 'd') AS updates, true AS direct
                FROM part p JOIN pg_catalog.pg_constraint k ON k.conrelid = p.oid AND k.contype = 'f' AND k.conparentid = 0
              UNION
              SELECT w.root, w.key, k.confrelid, k.confkey, w.deletes AND k.confdeltype = 'c',
                     w.updates AND k.confupdtype = 'c' AND k.conkey && w.columns, false
                FROM way w JOIN pg_catalog.pg_constraint k ON k.conrelid = w.target AND k.contype = 'f' AND (k.conparentid = 0
                     OR NOT EXISTS (SELECT FROM pg_catalog.pg_constraint whole WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid))
               WHERE w.deletes AND k.confdeltype = 'c' OR w.updates AND k.confupdtype = 'c' AND k.conkey && w.columns
            )
            SELECT found.*, %s AS revoke FROM (
              SELECT DISTINCT ON (w.root, t.oid) w.root::bigint AS root, n.nspname, t.relname, k.conname, pg_catalog.pg_get_constraintdef(k.oid) AS definition,
                     b.rolname AS role, may.deletes, w.direct, b.oid AS bound, t.oid AS relation
                FROM way w
                JOIN bound b ON b.root = w.root
                JOIN pg_catalog.pg_class t ON t.oid = w.target AND t.oid <> w.root AND NOT t.relrowsecurity
                JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                JOIN pg_catalog.pg_constraint k ON k.oid = w.key
                CROSS JOIN LATERAL (
                  SELECT w.deletes AND pg_catalog.has_table_privilege(b.oid, t.oid, 'DELETE') AS deletes,
                         w.updates AND EXISTS (SELECT FROM pg_catalog.unnest(w.columns) AS u(number)
                                                WHERE pg_catalog.has_column_privilege(b.oid, t.oid, u.number, 'UPDATE')) AS updates
                ) AS may
               WHERE (may.deletes OR may.updates)
                 AND pg_catalog.right(pg_catalog.pg_get_constraintdef(k.oid), 13) <> ' NOT ENFORCED'
                 AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(t.oid, 'pg_class'), ''), ?) = 0
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.oid AND a.attname = ?::name AND NOT a.attisdropped)
               ORDER BY w.root, t.oid, may.deletes DESC, w.direct DESC, b.rolname, k.conname
            ) AS found
             ORDER BY found.root, found.relation
            """.formatted(Revocation.sql("found.bound", "found.relation", DOES, DOES));

    /**
     * Those of each table, by its oid. Tables with the mark of acceptance in their comment are left out.
     *
     * @param without tables with this column are left out, because row security may be switched on for them later; null for none
     */
    static Map<Long, List<Cascade>> of(Connection connection, List<BoundRoles.Asked> asked, String without) throws SQLException {
        Map<Long, List<Cascade>> all = new HashMap<>();
        Sql.list(connection, FOUND, row -> all.computeIfAbsent(row.getLong("root"), oid -> new ArrayList<>()).add(new Cascade(
                new TableName(row.getString("nspname"), row.getString("relname")), row.getString("conname"), row.getString("definition"), row.getString("role"),
                row.getBoolean("deletes"), row.getBoolean("direct"), row.getString("revoke"))), BoundRoles.Asked.tablesOfRoles(asked),
                BoundRoles.Asked.names(asked), Naming.ACCEPTED, without);
        return all;
    }

    /** The hazard, as a sentence without its end. */
    String hazard(TableName table) {
        return "role " + role + " may " + (deletes ? "delete" : "update") + " rows of " + target + ", which has no row security. Then " + (direct ? "the foreign key "
                : "foreign keys lead on to " + table + ": the foreign key ") + key + " (" + definition + ") changes or deletes rows of " + table
                + " of whatever organization";
    }

    /** What to do. Some applications delete organizations with all that belongs to them, so this comes first. */
    String remedy() {
        return "if the role has to " + (deletes ? "delete" : "update") + " these rows, put " + Naming.ACCEPTED + " and the reason in the comment of " + target
                + "; else " + revoke + ", or ALTER TABLE " + target.sql()
                + " ENABLE ROW LEVEL SECURITY with policies that let a session reach only what is its own, or give the foreign key another action"
                + " (onDelete: restrict, if it references the organizations)";
    }
}
