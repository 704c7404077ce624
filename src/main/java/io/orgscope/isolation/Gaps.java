package io.orgscope.isolation;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that bypasses the policies of a table, for callers outside a migration. */
public final class Gaps {

    /**
     * One gap.
     *
     * @param object the object: a view, a function, a role
     * @param hazard a sentence without its end
     * @param remedy the next step, a sentence without its end
     * @param policy whether the object is a permissive policy that lets rows of other organizations through
     */
    public record Gap(String object, String hazard, String remedy, boolean policy) {

        Gap(String object, String hazard, String remedy) {
            this(object, hazard, remedy, false);
        }
    }

    private Gaps() {
    }

    /**
     * Views, materialized views, functions, rules, partitions, parents and foreign keys that bypass the policies, for all tables together.
     *
     * @param tables  the tables, each with the roles that its policies should bind. No role means every role that they
     *                do bind
     * @param columns the column with the organization of each table
     */
    public static Map<TableName, List<Gap>> objects(Connection connection, Map<Table, List<String>> tables, Map<TableName, String> columns) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        Map<TableName, List<Gap>> gaps = new HashMap<>();
        List<BoundRoles.Asked> asked = BoundRoles.concerned(connection, asked(tables, columns));
        Map<Long, List<Bypass>> found = Bypasses.of(connection, asked);
        Map<Long, List<Cascade>> cascades = Cascade.of(connection, asked, null);
        tables.keySet().forEach(table -> gaps.put(table.name(), Stream.concat(found.getOrDefault(table.oid(), List.of()).stream()
                .map(bypass -> new Gap(bypass.name(), bypass.hazard(table.name().toString()), bypass.remedy(version))),
                cascades.getOrDefault(table.oid(), List.of()).stream()
                        .map(cascade -> new Gap(cascade.key(), cascade.hazard(table.name()), cascade.remedy()))).toList()));
        return gaps;
    }

    /**
     * Roles that the policies should bind and do not, and further policies for roles that these may become, for all tables together.
     *
     * @param columns the column with the organization of each table
     */
    public static Map<TableName, List<Gap>> roles(Connection connection, Map<Table, List<String>> tables, Map<TableName, String> columns) throws SQLException {
        Map<TableName, List<Gap>> gaps = new HashMap<>();
        List<BoundRoles.Asked> named = asked(tables, columns).stream().filter(each -> !each.roles().isEmpty()).toList();
        if (!named.isEmpty()) {
            Map<Long, List<BoundRoles.Role>> found = BoundRoles.named(connection, named);
            named.forEach(each -> gaps.put(each.table().name(), found.getOrDefault(each.table().oid(), List.of()).stream()
                    .flatMap(role -> gap(role, each.force()).stream()).toList()));
        }
        return gaps;
    }

    /**
     * For each existing role among these, the roles whose policies apply to a session of it. If it cannot log in, the
     * sessions are also those of its members that can.
     */
    public static Map<String, Set<String>> policyRoles(Connection connection, Set<String> roles) throws SQLException {
        return BoundRoles.policyRoles(connection, roles);
    }

    /** Whether the owner is bound is read from the table and not from the declaration. */
    private static List<BoundRoles.Asked> asked(Map<Table, List<String>> tables, Map<TableName, String> columns) {
        return tables.entrySet().stream().map(each -> new BoundRoles.Asked(each.getKey(), each.getValue(), each.getKey().forceRowSecurity(),
                columns.get(each.getKey().name()))).toList();
    }

    private static Optional<Gap> gap(BoundRoles.Role role, boolean force) {
        if (role.free(force) != null) {
            return Optional.of(new Gap(role.name(), "the policies do not bind role " + role.name() + ": it " + role.free(force),
                    "Let the application connect as a role of its own, NOSUPERUSER NOBYPASSRLS, with the privileges that it needs"));
        }
        return role.escape().map(escape -> role.policy() == null ? new Gap(role.name(), escape, "Take the membership away")
                : new Gap(role.policy(), escape, "Take the membership away, or let the policy compare the organization", true));
    }

    /** Step 13 for a table that need not be declared. */
    public static Proven prove(Connection connection, ScopedTable table, Isolation.Rows rows, List<IsolatedTable> isolated, boolean composite,
                               Duration timeout) throws SQLException {
        ProofTarget proof = ProofTarget.of(StepContext.of(connection, table, LockPolicy.DEFAULT, false), rows, isolated, composite, timeout);
        IsolationProof.Findings findings = new IsolationProof(proof).run();
        return new Proven(findings.breaches(), findings.open(), findings.tried());
    }

    /**
     * The result of a proof.
     *
     * @param breaches what reached rows of another organization, a sentence each
     * @param open     what could not be tried, a sentence each
     * @param tried    the number of statements
     */
    public record Proven(List<String> breaches, List<String> open, int tried) {
    }
}
