package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;

/** The statements that take privileges on a relation away from a role. */
final class Revocation {

    private static final String ONE = "SELECT " + sql("r.oid", "k.oid", "?::text", "?::text")
            + " FROM pg_catalog.pg_roles r CROSS JOIN pg_catalog.pg_class k WHERE r.rolname = ? AND k.oid = ?::oid";

    private Revocation() {
    }

    /**
     * SQL: the statements, as one text. REVOKE from the role changes nothing if the role has the privilege through PUBLIC or
     * through a role whose privileges it inherits. So it names those to whom the privilege was granted. What the owner and the
     * predefined roles for all data have was not granted on the relation. There the membership has to go. The owner of the
     * database is a member of pg_database_owner without a grant. There the table needs another owner.
     *
     * @param role       the oid of a role that is no superuser, as SQL
     * @param relation   the oid of the relation, as SQL
     * @param word       what to revoke, as SQL
     * @param privileges the privileges that the role should not have, as SQL: a text with a comma and a space between them
     */
    static String sql(String role, String relation, String word, String privileges) {
        return """
                (SELECT pg_catalog.string_agg(revoked.statement, '; ' ORDER BY revoked.place, revoked.statement) FROM (
                  SELECT 1 AS place, 'REVOKE ' || %3$s || ' ON ' || pg_catalog.quote_ident(space.nspname) || '.' || pg_catalog.quote_ident(part.relname) || ' FROM '
                         || pg_catalog.string_agg(DISTINCT CASE WHEN grantee.oid IS NULL THEN 'PUBLIC' ELSE pg_catalog.quote_ident(grantee.rolname) END, ', ') AS statement
                    FROM pg_catalog.pg_class part
                    JOIN pg_catalog.pg_namespace space ON space.oid = part.relnamespace
                    CROSS JOIN LATERAL (
                      SELECT item.grantee, item.privilege_type
                        FROM pg_catalog.aclexplode(coalesce(part.relacl, pg_catalog.acldefault('r', part.relowner))) AS item
                      UNION
                      SELECT item.grantee, item.privilege_type
                        FROM pg_catalog.pg_attribute field CROSS JOIN LATERAL pg_catalog.aclexplode(field.attacl) AS item
                       WHERE field.attrelid = part.oid AND NOT field.attisdropped
                    ) AS granted
                    LEFT JOIN pg_catalog.pg_roles grantee ON grantee.oid = granted.grantee
                   WHERE part.oid = %2$s AND granted.privilege_type = ANY (pg_catalog.string_to_array(%4$s, ', '))
                     AND CASE WHEN granted.grantee = 0 THEN true ELSE (granted.grantee <> part.relowner OR granted.grantee = %1$s)
                              AND pg_catalog.pg_has_role(%1$s, granted.grantee, 'USAGE') END
                   GROUP BY space.nspname, part.relname
                  UNION ALL
                  SELECT 2, 'REVOKE ' || pg_catalog.quote_ident(giver.rolname) || ' FROM '
                         || pg_catalog.string_agg(DISTINCT pg_catalog.quote_ident(member.rolname), ', ')
                    FROM pg_catalog.pg_class part
                    JOIN pg_catalog.pg_roles giver ON giver.oid = part.relowner
                         OR giver.rolname = 'pg_read_all_data' AND pg_catalog.string_to_array(%4$s, ', ') && ARRAY['SELECT']
                         OR giver.rolname = 'pg_write_all_data' AND pg_catalog.string_to_array(%4$s, ', ') && ARRAY['INSERT', 'UPDATE', 'DELETE']
                    JOIN pg_catalog.pg_auth_members through ON through.roleid = giver.oid
                    JOIN pg_catalog.pg_roles member ON member.oid = through.member
                   WHERE part.oid = %2$s AND giver.oid <> %1$s
                     AND pg_catalog.pg_has_role(%1$s, giver.oid, 'USAGE') AND pg_catalog.pg_has_role(%1$s, member.oid, 'USAGE')
                   GROUP BY giver.rolname
                  UNION ALL
                  SELECT 3, 'ALTER TABLE ' || pg_catalog.quote_ident(space.nspname) || '.' || pg_catalog.quote_ident(part.relname) || ' OWNER TO …'
                    FROM pg_catalog.pg_class part
                    JOIN pg_catalog.pg_namespace space ON space.oid = part.relnamespace
                    JOIN pg_catalog.pg_roles giver ON giver.oid = part.relowner AND giver.rolname = 'pg_database_owner'
                   WHERE part.oid = %2$s AND pg_catalog.pg_has_role(%1$s, giver.oid, 'USAGE')
                ) AS revoked)
                """.strip().formatted(role, relation, word, privileges);
    }

    /** The same for a table. */
    static String of(Connection connection, Table table, String role, String privileges) throws SQLException {
        return Sql.list(connection, ONE, row -> row.getString(1), privileges, privileges, privileges, privileges, role, table.oid()).get(0);
    }
}
