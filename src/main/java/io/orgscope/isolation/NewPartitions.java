package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Default privileges. A new partition has them at once, and the policies of the whole table do not apply to a statement on it. */
final class NewPartitions {

    /** Only a role with the privileges of the owner can make a partition. */
    private static final String GRANTED = """
            SELECT pg_catalog.string_agg(DISTINCT item.privilege_type, ', ') AS privileges,
                   pg_catalog.string_agg(DISTINCT CASE item.grantee WHEN 0 THEN 'PUBLIC'
                                                  ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(item.grantee)) END, ', ') AS grantees,
                   pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.defaclrole)) AS maker, pg_catalog.quote_ident(n.nspname) AS schema
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_default_acl d ON d.defaclobjtype = 'r' AND pg_catalog.pg_has_role(d.defaclrole, c.relowner, 'USAGE')
                   AND d.defaclnamespace IN (SELECT 0::oid UNION ALL SELECT p.relnamespace FROM pg_catalog.pg_partition_tree(c.oid::pg_catalog.regclass) AS t
                                                                       JOIN pg_catalog.pg_class p ON p.oid = t.relid)
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
              CROSS JOIN LATERAL pg_catalog.aclexplode(d.defaclacl) AS item
             WHERE c.oid = ?::oid AND c.relkind = 'p' AND item.grantee <> d.defaclrole
               AND item.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
               AND EXISTS (SELECT FROM pg_catalog.pg_roles b WHERE b.rolname = ANY (?) AND NOT b.rolsuper
                              AND CASE item.grantee WHEN 0 THEN true ELSE pg_catalog.pg_has_role(b.oid, item.grantee, 'USAGE') END)
             GROUP BY d.oid, d.defaclrole, n.nspname
             ORDER BY 3, 4 NULLS FIRST
            """;

    private NewPartitions() {
    }

    /** The hazards, each with the next step. */
    static List<String> hazards(Connection connection, Table table, List<String> bound) throws SQLException {
        return Sql.list(connection, GRANTED, row -> {
            String schema = row.getString("schema");
            String grantees = row.getString("grantees");
            String privileges = row.getString("privileges");
            String maker = row.getString("maker");
            return "default privileges give " + grantees + " " + privileges + " on each new partition that " + maker + " makes"
                    + (schema == null ? "" : " in schema " + schema) + ", and the policies of the whole table do not apply to a statement on a partition. Next: ALTER"
                    + " DEFAULT PRIVILEGES FOR ROLE " + maker + (schema == null ? "" : " IN SCHEMA " + schema) + " REVOKE " + privileges + " ON TABLES FROM "
                    + grantees + ", and grant privileges on each new table that is no partition; or REVOKE ALL ON each new partition.";
        }, table.oid(), bound);
    }
}
