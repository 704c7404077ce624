package io.orgscope.isolation;

import io.orgscope.postgres.Policy;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Isolation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which roles the policies of tables bind, and which they do not. */
final class BoundRoles {

    /**
     * A role, with the reasons for which policies may not bind it.
     *
     * @param owns    whether it counts as the table's owner: it is the owner, or a member of the owner that inherits
     *                its privileges
     * @param escapes a role that is not bound, or that reaches more rows, and that it may become with SET ROLE; null for none
     * @param policy  a permissive policy that is for the role of {@code escapes} and not for this one; null if the policies do not
     *                bind that role
     */
    record Role(String name, boolean superuser, boolean bypass, boolean owns, String escapes, String policy) {

        /** Why policies do not bind it; null if they do. */
        String free(boolean force) {
            return superuser ? "is a superuser" : bypass ? "has BYPASSRLS" : owns && !force ? "owns it, or is a member of its owner" : null;
        }

        /** Which role it may become, as two sentences without their end. */
        Optional<String> escape() {
            return Optional.ofNullable(escapes).map(other -> "role " + name + " may become " + other + " (SET ROLE). " + (policy == null
                    ? "The policies do not bind that role" : "The permissive policy " + policy + " is for that role"));
        }
    }

    /**
     * A table to check.
     *
     * @param roles the roles that its policies should bind
     * @param force whether they bind the owner too
     * @param column the column with the organization: a further policy that compares it does not count as a way around; null if every
     *               further policy counts
     */
    record Asked(Table table, List<String> roles, boolean force, String column) {

        Asked(Table table, List<String> roles, boolean force) {
            this(table, roles, force, null);
        }

        private List<Policy> comparing() {
            return column == null ? List.of() : table.policies().stream().filter(policy -> !policy.passesWithout(column)).toList();
        }

        /** The names of the policies that do not count. */
        static List<String> comparing(List<Asked> all) {
            return all.stream().flatMap(each -> each.comparing().stream().map(Policy::name)).toList();
        }

        /** The table's oid for each of these policies. */
        static List<String> tablesOfComparing(List<Asked> all) {
            return all.stream().flatMap(each -> each.comparing().stream().map(policy -> Long.toString(each.table.oid()))).toList();
        }

        static List<String> tables(List<Asked> all) {
            return all.stream().map(each -> Long.toString(each.table.oid())).toList();
        }

        static List<String> forces(List<Asked> all) {
            return all.stream().map(each -> Boolean.toString(each.force)).toList();
        }

        /** The table's oid for each of its roles. {@link #names} has the roles in the same order. */
        static List<String> tablesOfRoles(List<Asked> all) {
            return all.stream().flatMap(each -> each.roles.stream().map(role -> Long.toString(each.table.oid()))).toList();
        }

        static List<String> names(List<Asked> all) {
            return all.stream().flatMap(each -> each.roles.stream()).toList();
        }
    }

    /**
     * For pg_has_role: any of these privileges. From PostgreSQL 16 on, a membership may be without SET and without INHERIT, as
     * that of the role that made the other. Before, pg_has_role rejects the word SET, and every membership allows SET ROLE. So
     * the version chooses the word and not the call, which the planner could evaluate.
     */
    private static String since16(String privileges) {
        return "(SELECT CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 160000 THEN '" + privileges + "' ELSE 'MEMBER' END)";
    }

    /**
     * pg_has_role is true for every superuser, so it is called only for the other roles. With ADMIN OPTION a role can grant
     * itself SET. Before PostgreSQL 16, CREATEROLE is enough to become a member of any role except a superuser.
     */
    private static final String NAMED = """
            SELECT a.root::bigint AS root, r.rolname, r.rolsuper, r.rolbypassrls, pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE') AS owns,
                   way.rolname AS escapes, way.policy
              FROM unnest(?::oid[], ?::boolean[]) AS a(root, forced)
              JOIN unnest(?::oid[], ?::name[]) AS n(root, role) USING (root)
              JOIN pg_catalog.pg_class c ON c.oid = a.root
              JOIN pg_catalog.pg_roles r ON r.rolname = n.role
              LEFT JOIN LATERAL (
                    SELECT f.rolname, CASE WHEN NOT why.free THEN why.policy END AS policy FROM pg_catalog.pg_roles f
                     CROSS JOIN LATERAL (SELECT f.rolsuper OR f.rolbypassrls OR NOT a.forced AND pg_catalog.pg_has_role(f.oid, c.relowner, 'USAGE') AS free,
                                                %s AS policy) AS why
                     WHERE f.oid <> r.oid AND (pg_catalog.pg_has_role(r.oid, f.oid, %s) OR r.rolcreaterole AND NOT f.rolsuper
                            AND pg_catalog.current_setting('server_version_num')::pg_catalog.int4 < 160000)
                       AND (why.free OR why.policy IS NOT NULL)
                     ORDER BY why.free DESC, f.rolname LIMIT 1) AS way ON true
            """.formatted(FurtherPolicy.of("c.oid", "f.oid", "r.oid", "NOT EXISTS (SELECT FROM unnest(?::oid[], ?::name[]) AS o(root, policy)"
                    + " WHERE o.root = c.oid AND o.policy = p.polname)"), since16("SET, MEMBER WITH ADMIN OPTION"));

    /**
     * The roles as which a session may run statements and that have a privilege on the table or on a column: those that may
     * log in, and those that a login becomes with SET ROLE because it does not inherit their privileges.
     */
    private static final String CONCERNED = """
            SELECT a.root::bigint AS root, r.rolname
              FROM unnest(?::oid[], ?::boolean[]) AS a(root, forced)
              JOIN pg_catalog.pg_class c ON c.oid = a.root
              JOIN pg_catalog.pg_roles r ON NOT r.rolsuper AND NOT r.rolbypassrls AND (r.rolcanlogin OR EXISTS (
                   SELECT FROM pg_catalog.pg_roles m WHERE m.rolcanlogin AND pg_catalog.pg_has_role(m.oid, r.oid, %s)
                      AND NOT pg_catalog.pg_has_role(m.oid, r.oid, 'USAGE')))
             WHERE (a.forced OR NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE'))
               AND %s
             ORDER BY r.rolname
            """.formatted(since16("SET"), Privileges.any("r.oid", "c.oid"));

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
     * A role that logs in as a member of a bound role that cannot log in, and that the policies do not bind, or that has a
     * further one. It is not named in the declaration, but an application may log in as it.
     *
     * @param bypass whether it has BYPASSRLS
     * @param policy a permissive policy that is for it and not for the bound role; null if it has BYPASSRLS or counts as
     *               the table's owner
     * @param own    whether the command runs as it. Step 13 needs the membership, so this one is no sign of a mistake
     */
    record FreeMember(String name, String group, boolean bypass, String policy, boolean own) {

        /** The hazard with the next step, as a sentence without its end. */
        String hazard() {
            if (policy != null) {
                return "role " + name + " is a member of " + group + " and the permissive policy " + policy + " is for it: whoever logs in as it reaches"
                        + " the rows that this policy lets through. Drop the policy, make it restrictive (DROP POLICY, CREATE POLICY … AS RESTRICTIVE),"
                        + " or let the application log in as another role";
            }
            return "role " + name + " is a member of " + group + " and " + (bypass ? "has BYPASSRLS" : "owns the table, or is a member of its owner")
                    + ": the policies do not bind whoever logs in as it. Let the application log in as another role, or "
                    + (bypass ? "take BYPASSRLS or the membership away" : "declare force: true");
        }
    }

    /**
     * A member's own BYPASSRLS, its own ownership and its own policies count, whatever is granted to the group. A policy for
     * everybody is one of the group too.
     */
    private static final String MEMBERS = """
            SELECT m.rolname AS member, g.rolname AS bound, m.rolbypassrls, free.owns, free.policy, m.rolname = SESSION_USER AS own
              FROM pg_catalog.pg_roles g
              JOIN pg_catalog.pg_class c ON c.oid = ?::oid
              JOIN pg_catalog.pg_roles m ON m.rolcanlogin AND NOT m.rolsuper AND pg_catalog.pg_has_role(m.oid, g.oid, %s)
              CROSS JOIN LATERAL (
                SELECT NOT ?::boolean AND pg_catalog.pg_has_role(m.oid, c.relowner, 'USAGE') AS owns,
                       %s AS policy
              ) AS free
             WHERE g.rolname = ANY (?) AND NOT g.rolcanlogin AND (m.rolbypassrls OR free.owns OR free.policy IS NOT NULL)
             ORDER BY 1, 2
            """.formatted(since16("SET, USAGE"), FurtherPolicy.of("c.oid", "m.oid", "g.oid"));

    /** The roles whose policies apply to a session of a bound role, or to one that logs in as a member of it. */
    private static final String POLICY_ROLES = """
            SELECT DISTINCT b.rolname AS bound, p.rolname AS role
              FROM pg_catalog.pg_roles b
              JOIN pg_catalog.pg_roles s ON s.oid = b.oid
                   OR NOT b.rolcanlogin AND s.rolcanlogin AND NOT s.rolsuper AND pg_catalog.pg_has_role(s.oid, b.oid, %s)
              JOIN pg_catalog.pg_roles p ON pg_catalog.pg_has_role(s.oid, p.oid, 'USAGE')
             WHERE b.rolname = ANY (?) AND NOT b.rolsuper AND NOT b.rolbypassrls
            """.formatted(since16("SET, USAGE"));

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
                row.getBoolean("rolsuper"), row.getBoolean("rolbypassrls"), row.getBoolean("owns"), row.getString("escapes"), row.getString("policy"))),
                Asked.tables(tables), Asked.forces(tables), Asked.tablesOfRoles(tables), Asked.names(tables), Asked.tablesOfComparing(tables), Asked.comparing(tables));
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
                ? new Asked(each.table(), roles.getOrDefault(each.table().oid(), List.of()), each.force(), each.column()) : each).toList();
    }

    /**
     * Members of the bound roles that the policies of step 12 do not bind, or that reach more than these let through.
     * Superusers are left out: PostgreSQL counts each as a member of every role.
     */
    static List<FreeMember> freeMembers(Connection connection, Table table, List<String> bound, boolean force) throws SQLException {
        return Sql.list(connection, MEMBERS, row -> {
            boolean bypass = row.getBoolean("rolbypassrls");
            return new FreeMember(row.getString("member"), row.getString("bound"), bypass, bypass || row.getBoolean("owns") ? null : row.getString("policy"),
                    row.getBoolean("own"));
        }, table.oid(), force, bound);
    }

    /** For each existing role among these, the roles whose policies apply to its sessions. No policy applies to a superuser or to one with BYPASSRLS. */
    static Map<String, Set<String>> policyRoles(Connection connection, Collection<String> roles) throws SQLException {
        Map<String, Set<String>> all = new HashMap<>();
        Sql.list(connection, POLICY_ROLES, row -> all.computeIfAbsent(row.getString("bound"), bound -> new HashSet<>()).add(row.getString("role")), roles);
        return all;
    }

    /** The roles with privileges on the table that would see no row after row security is switched on. */
    static List<String> shutOut(Connection connection, Table table, List<String> bound) throws SQLException {
        return Sql.list(connection, SHUT_OUT, row -> row.getString("rolname"), table.oid(), bound, bound);
    }
}
