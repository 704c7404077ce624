package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Isolation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which roles the policies of tables bind, and which they do not. */
final class BoundRoles {

    /**
     * A role, with the reasons for which policies may not bind it.
     *
     * @param owns    whether it counts as the table's owner: it is the owner, or a member of the owner that inherits
     *                its privileges
     * @param escapes a role that is not bound and that it may become with SET ROLE; null for none
     */
    record Role(String name, boolean superuser, boolean bypass, boolean owns, String escapes) {

        /** Why policies do not bind it; null if they do. */
        String free(boolean force) {
            return superuser ? "is a superuser" : bypass ? "has BYPASSRLS" : owns && !force ? "owns it, or is a member of its owner" : null;
        }
    }

    /**
     * A table to check.
     *
     * @param roles the roles that its policies should bind
     * @param force whether they bind the owner too
     */
    record Asked(Table table, List<String> roles, boolean force) {

        static String[] tables(List<Asked> all) {
            return all.stream().map(each -> Long.toString(each.table.oid())).toArray(String[]::new);
        }

        static String[] forces(List<Asked> all) {
            return all.stream().map(each -> Boolean.toString(each.force)).toArray(String[]::new);
        }

        /** The table's oid for each of its roles. {@link #names} has the roles in the same order. */
        static String[] tablesOfRoles(List<Asked> all) {
            return all.stream().flatMap(each -> each.roles.stream().map(role -> Long.toString(each.table.oid()))).toArray(String[]::new);
        }

        static String[] names(List<Asked> all) {
            return all.stream().flatMap(each -> each.roles.stream()).toArray(String[]::new);
        }
    }

    /**
     * pg_has_role is true for every superuser, so it is called only for the other roles. Before PostgreSQL 16,
     * CREATEROLE is enough to become a member of any role except a superuser.
     */
    private static final String NAMED = """
            SELECT a.root::bigint AS root, r.rolname, r.rolsuper, r.rolbypassrls, pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE') AS owns,
                   (SELECT f.rolname FROM pg_catalog.pg_roles f
                     WHERE f.oid <> r.oid AND (pg_catalog.pg_has_role(r.oid, f.oid, 'MEMBER') OR r.rolcreaterole AND NOT f.rolsuper
                            AND pg_catalog.current_setting('server_version_num')::pg_catalog.int4 < 160000)
                       AND (f.rolsuper OR f.rolbypassrls OR f.oid = c.relowner AND NOT a.forced)
                     ORDER BY f.rolname LIMIT 1) AS escapes
              FROM unnest(?::oid[], ?::boolean[]) AS a(root, forced)
              JOIN unnest(?::oid[], ?::name[]) AS n(root, role) USING (root)
              JOIN pg_catalog.pg_class c ON c.oid = a.root
              JOIN pg_catalog.pg_roles r ON r.rolname = n.role
            """;

    /** The roles that may log in and have a privilege on the table or on a column. */
    private static final String CONCERNED = """
            SELECT a.root::bigint AS root, r.rolname
              FROM unnest(?::oid[], ?::boolean[]) AS a(root, forced)
              JOIN pg_catalog.pg_class c ON c.oid = a.root
              JOIN pg_catalog.pg_roles r ON r.rolcanlogin AND NOT r.rolsuper AND NOT r.rolbypassrls
             WHERE (a.forced OR NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE'))
               AND %s
             ORDER BY r.rolname
            """.formatted(Privileges.any("r.oid", "c.oid"));

    /** The roles that have a privilege, are bound by default, and have no policy that lets them see a row. */
    private static final String SHUT_OUT = """
            SELECT DISTINCT r.rolname
              FROM pg_catalog.pg_class c
              CROSS JOIN LATERAL (
                SELECT t.grantee, t.privilege_type FROM pg_catalog.aclexplode(c.relacl) AS t
                UNION
                SELECT o.grantee, o.privilege_type FROM pg_catalog.pg_attribute a CROSS JOIN LATERAL pg_catalog.aclexplode(a.attacl) AS o
                 WHERE a.attrelid = c.oid AND NOT a.attisdropped
              ) AS granted
              JOIN pg_catalog.pg_roles r ON r.oid = granted.grantee
             WHERE c.oid = ?::oid AND granted.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
               AND NOT r.rolsuper AND NOT r.rolbypassrls AND NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles b WHERE b.rolname = ANY (?) AND pg_catalog.pg_has_role(r.oid, b.oid, 'USAGE'))
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles b WHERE b.rolname = ANY (?) AND pg_catalog.pg_has_role(b.oid, r.oid, 'USAGE'))
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_policy p CROSS JOIN LATERAL pg_catalog.unnest(p.polroles) AS u(role)
                                WHERE p.polrelid = c.oid AND p.polpermissive
                                  AND CASE u.role WHEN 0 THEN true ELSE pg_catalog.pg_has_role(r.oid, u.role, 'USAGE') END)
             ORDER BY 1
            """;

    /**
     * A role that logs in as a member of a bound role that cannot log in, and that no policy binds. It is not named in
     * the declaration, but an application may log in as it.
     *
     * @param bypass whether it has BYPASSRLS. If not, it counts as the table's owner
     * @param own    whether the command runs as it. Step 13 needs the membership, so this one is no sign of a mistake
     */
    record FreeMember(String name, String group, boolean bypass, boolean own) {

        /** The hazard with the next step, as a sentence without its end. */
        String hazard() {
            return "role " + name + " is a member of " + group + " and " + (bypass ? "has BYPASSRLS" : "owns the table, or is a member of its owner")
                    + ": the policies do not bind whoever logs in as it. Let the application log in as another role, or "
                    + (bypass ? "take BYPASSRLS or the membership away" : "declare force: true");
        }
    }

    /** A member's own BYPASSRLS and its own ownership count, whatever is granted to the group. */
    private static final String MEMBERS = """
            SELECT m.rolname AS member, g.rolname AS bound, m.rolbypassrls, m.rolname = SESSION_USER AS own
              FROM pg_catalog.pg_roles g
              JOIN pg_catalog.pg_class c ON c.oid = ?::oid
              JOIN pg_catalog.pg_roles m ON m.rolcanlogin AND NOT m.rolsuper AND pg_catalog.pg_has_role(m.oid, g.oid, 'MEMBER')
                   AND (m.rolbypassrls OR NOT ?::boolean AND pg_catalog.pg_has_role(m.oid, c.relowner, 'USAGE'))
             WHERE g.rolname = ANY (?) AND NOT g.rolcanlogin
             ORDER BY 1, 2
            """;

    private BoundRoles() {
    }

    /** The existing roles among these names. */
    static List<Role> named(Connection connection, Table table, List<String> names, boolean force) throws SQLException {
        return named(connection, List.of(new Asked(table, names, force))).getOrDefault(table.oid(), List.of());
    }

    /** The same for several tables, in one query; by the table's oid. */
    static Map<Long, List<Role>> named(Connection connection, List<Asked> tables) throws SQLException {
        Map<Long, List<Role>> roles = new HashMap<>();
        Sql.list(connection, NAMED, row -> roles.computeIfAbsent(row.getLong("root"), oid -> new ArrayList<>()).add(new Role(row.getString("rolname"),
                row.getBoolean("rolsuper"), row.getBoolean("rolbypassrls"), row.getBoolean("owns"), row.getString("escapes"))),
                Asked.tables(tables), Asked.forces(tables), Asked.tablesOfRoles(tables), Asked.names(tables));
        return roles;
    }

    /** The names of the roles to check: the declared ones, else every role that may log in, may use the table, and is bound. */
    static List<String> concerned(Connection connection, Table table, Isolation.Rows options) throws SQLException {
        return concerned(connection, List.of(new Asked(table, options.roles(), options.force()))).get(0).roles();
    }

    /** The same for several tables, in one query. */
    static List<Asked> concerned(Connection connection, List<Asked> tables) throws SQLException {
        List<Asked> open = tables.stream().filter(each -> each.roles().isEmpty()).toList();
        Map<Long, List<String>> roles = new HashMap<>();
        if (!open.isEmpty()) {
            Sql.list(connection, CONCERNED, row -> roles.computeIfAbsent(row.getLong("root"), oid -> new ArrayList<>()).add(row.getString("rolname")),
                    Asked.tables(open), Asked.forces(open));
        }
        return tables.stream().map(each -> each.roles().isEmpty()
                ? new Asked(each.table(), roles.getOrDefault(each.table().oid(), List.of()), each.force()) : each).toList();
    }

    /** Members of the bound roles that no policy of the table binds. Superusers are left out: PostgreSQL counts each as a member of every role. */
    static List<FreeMember> freeMembers(Connection connection, Table table, List<String> bound, boolean force) throws SQLException {
        return Sql.list(connection, MEMBERS, row -> new FreeMember(row.getString("member"), row.getString("bound"), row.getBoolean("rolbypassrls"),
                row.getBoolean("own")), table.oid(), force, bound.toArray(String[]::new));
    }

    /** The roles with privileges on the table that would see no row after row security is switched on. */
    static List<String> shutOut(Connection connection, Table table, List<String> bound) throws SQLException {
        String[] names = bound.toArray(String[]::new);
        return Sql.list(connection, SHUT_OUT, row -> row.getString("rolname"), table.oid(), names, names);
    }
}
