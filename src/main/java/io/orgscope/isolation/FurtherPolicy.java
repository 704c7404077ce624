package io.orgscope.isolation;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Policy;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A permissive policy besides those of step 12, for one role and not for another. PostgreSQL combines permissive policies with OR. So
 * the first role reaches rows that the second does not.
 */
final class FurtherPolicy {

    private static final String OURS = PolicyCommand.names().stream().map(Literal::of).collect(Collectors.joining(", "));

    /** No policy applies to a superuser, or to a role with BYPASSRLS. An owner may be one. */
    private static final String CONCERNS = """
            SELECT true FROM pg_catalog.pg_roles b JOIN pg_catalog.pg_roles p ON p.rolname = ANY (?)
             WHERE b.rolname = ANY (?) AND NOT b.rolsuper AND NOT b.rolbypassrls AND pg_catalog.pg_has_role(b.oid, p.oid, 'USAGE') LIMIT 1
            """;

    /** Only the memberships of the role itself: what it inherits through them goes with them. */
    private static final String MEMBERSHIPS = """
            SELECT DISTINCT pg_catalog.quote_ident(g.rolname) AS role, pg_catalog.quote_ident(m.rolname) AS member
              FROM pg_catalog.pg_roles m
              JOIN pg_catalog.pg_auth_members a ON a.member = m.oid
              JOIN pg_catalog.pg_roles g ON g.oid = a.roleid
             WHERE m.rolname = ? AND m.rolname <> ALL (?) AND pg_catalog.pg_has_role(m.oid, g.oid, 'USAGE')
               AND EXISTS (SELECT FROM pg_catalog.pg_roles p WHERE p.rolname = ANY (?) AND pg_catalog.pg_has_role(g.oid, p.oid, 'USAGE'))
             ORDER BY 1
            """;

    private FurtherPolicy() {
    }

    /** Whether a policy is for one of these roles, and not for everybody. */
    static boolean concerns(Connection connection, Policy policy, List<String> roles) throws SQLException {
        return concerns(connection, policy.roles(), roles);
    }

    /** Whether policies for these roles are for one of the others. */
    static boolean concerns(Connection connection, List<String> policyRoles, List<String> roles) throws SQLException {
        return Sql.first(connection, false, CONCERNS, row -> row.getBoolean(1), policyRoles, roles);
    }

    /** The statements after which a role does not inherit a policy any more; empty if the policy names the role itself. */
    static String withoutMembership(Connection connection, Policy policy, String role) throws SQLException {
        List<String> roles = policy.roles();
        boolean option = connection.getMetaData().getDatabaseMajorVersion() >= 16;
        return String.join("; ", Sql.list(connection, MEMBERSHIPS, row -> {
            String of = row.getString("role");
            String member = row.getString("member");
            return "REVOKE " + of + " FROM " + member + (option ? " (or GRANT " + of + " TO " + member + " WITH INHERIT FALSE)" : "");
        }, role, roles, roles));
    }

    /** The first one that is for this role and not for everybody. */
    static Optional<Policy> of(Connection connection, Table table, String role) throws SQLException {
        for (Policy policy : table.policies()) {
            if (policy.permissive() && !PolicyCommand.names().contains(policy.name()) && concerns(connection, policy, List.of(role))) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /**
     * SQL: the name of such a policy; NULL if there is none, or if the first role may not use the relation.
     *
     * @param relation the oid of the table, as SQL
     * @param reader   the oid of the first role, as SQL. It has to be no superuser: PostgreSQL counts each as a member of every role
     * @param bound    the oid of the second role, as SQL
     */
    static String of(String relation, String reader, String bound) {
        return of(relation, reader, bound, "true");
    }

    /** The same, of the policies {@code p} that fulfil a condition. */
    static String of(String relation, String reader, String bound, String condition) {
        return """
                (SELECT p.polname FROM pg_catalog.pg_policy p
                  WHERE p.polrelid = %1$s AND p.polpermissive AND p.polname NOT IN (%4$s) AND 0::oid <> ALL (p.polroles) AND %5$s
                    AND %6$s
                    AND EXISTS (SELECT FROM pg_catalog.unnest(p.polroles) AS u(role) WHERE pg_catalog.pg_has_role(%2$s, u.role, 'USAGE'))
                    AND NOT EXISTS (SELECT FROM pg_catalog.unnest(p.polroles) AS u(role) WHERE pg_catalog.pg_has_role(%3$s, u.role, 'USAGE'))
                  ORDER BY p.polname LIMIT 1)""".formatted(relation, reader, bound, OURS, Privileges.any(reader, relation), condition);
    }

    /**
     * SQL: whether the condition of a policy reads a column.
     *
     * @param relation the oid of the table of the policy, as SQL
     * @param policy   the name of the policy, as SQL
     * @param column   the name of the column, as SQL
     */
    static String readsColumn(String relation, String policy, String column) {
        return """
                EXISTS (SELECT FROM pg_catalog.pg_policy q
                          JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND d.objid = q.oid
                               AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = q.polrelid
                          JOIN pg_catalog.pg_attribute t ON t.attrelid = d.refobjid AND t.attnum = d.refobjsubid AND t.attname = %3$s
                         WHERE q.polrelid = %1$s AND q.polname = %2$s)""".formatted(relation, policy, column);
    }

    /**
     * SQL: the policies of a partition or a parent that let rows through for a role, also those for everybody: {@code polname},
     * {@code polcmd} and {@code comparing}. Those that read the column of the organization are {@code comparing}, and come last.
     *
     * @param relation the oid of the partition or the parent, as SQL
     * @param role     the oid of the role, as SQL
     * @param column   the name of the column, as SQL
     */
    static String ofPart(String relation, String role, String column) {
        return """
                (SELECT p.polname, p.polcmd, %3$s AS comparing FROM pg_catalog.pg_policy p
                  WHERE p.polrelid = %1$s AND p.polpermissive AND p.polname NOT IN (%4$s)
                    AND EXISTS (SELECT FROM pg_catalog.unnest(p.polroles) AS u(role)
                                 WHERE CASE u.role WHEN 0 THEN true ELSE pg_catalog.pg_has_role(%2$s, u.role, 'USAGE') END)
                  ORDER BY comparing, p.polname)""".formatted(relation, role, readsColumn("p.polrelid", "p.polname", column), OURS);
    }
}
