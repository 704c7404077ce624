package io.orgscope.scan.rule;

import io.orgscope.distribute.CitusTables;
import io.orgscope.isolation.Gaps;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Policy;
import io.orgscope.postgres.PolicyExpression;
import io.orgscope.postgres.TableName;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.TableDeclaration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about the text of the policies of scoped tables. */
public final class PolicyRules {

    private static final String WRITES = "aw*";

    private final Connection connection;
    private final Context context;
    private final String role;
    private Set<TableName> managed = Set.of();

    /** @param role the role of the application; null to use the declaration */
    public PolicyRules(Connection connection, Context context, String role) {
        this.connection = connection;
        this.context = context;
        this.role = role;
    }

    /** Reads the policies as PostgreSQL prints them. If roles are known, it asks once which policies apply to them. */
    public List<Finding> check() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        List<ScannedTable> tables = context.in(TableState.SCOPED).stream().filter(table -> table.table().rowSecurity()).toList();
        Set<String> roles = tables.stream().flatMap(table -> roles(table).stream()).collect(Collectors.toSet());
        Map<String, Set<String>> policyRoles = roles.isEmpty() ? Map.of() : Gaps.policyRoles(connection, roles);
        managed = CitusTables.of(connection);
        for (ScannedTable table : tables) {
            table.table().policies().forEach(policy -> check(table, policy, concerns(policy, roles(table), policyRoles), findings));
        }
        return findings;
    }

    /** The roles of the application. If it is declared that the policies bind the owner, the owner is one. A given role counts alone. */
    private List<String> roles(ScannedTable table) {
        List<String> roles = BypassRules.rows(context, table, role).roles();
        TableDeclaration declared = context.declared().get(table.name());
        boolean owner = role == null && !roles.isEmpty() && declared != null && declared.isolation().rows() != null && declared.isolation().rows().force();
        return owner ? Stream.concat(roles.stream(), Stream.of(table.table().owner())).toList() : roles;
    }

    /** Whether it applies to the application. If no role of it is known, every policy counts. */
    private static boolean concerns(Policy policy, List<String> roles, Map<String, Set<String>> policyRoles) {
        return roles.isEmpty() || policy.roles().contains(Policy.EVERYBODY)
                || roles.stream().map(bound -> policyRoles.getOrDefault(bound, Set.of())).anyMatch(all -> !Collections.disjoint(all, policy.roles()));
    }

    /** Citus takes no policy with a subquery, so step 12 makes none then. */
    private boolean distributed(ScannedTable table) {
        return managed.contains(table.name()) || context.declared().values().stream().anyMatch(TableDeclaration::distributed);
    }

    private void check(ScannedTable table, Policy policy, boolean concerns, List<Finding> findings) {
        String told = "The policy " + policy.name() + " (" + policy.definition() + ") ";
        if (!distributed(table) && policy.expressions().stream().anyMatch(PolicyExpression::asksInEachRow)) {
            findings.add(Finding.of(Rule.ROW_SECURITY_PER_ROW, table.name(), policy.name(), told + "evaluates the session's organization for each row.",
                    replace(table, policy)));
        }
        if (policy.permissive() && policy.check() == null && WRITES.indexOf(policy.command()) >= 0) {
            findings.add(Finding.of(Rule.ROW_SECURITY_WITHOUT_CHECK, table.name(), policy.name(), told + "has no WITH CHECK.",
                    replace(table, policy)));
        }
        if (concerns && policy.permissive() && policy.passesWithout(table.column())) {
            findings.add(Finding.of(Rule.ROW_SECURITY_WIDENED, table.name(), policy.name(), told + "lets rows of every organization through.", replace(table, policy)));
        }
    }

    private Remedy replace(ScannedTable table, Policy policy) {
        return Isolate.rows(context, "Declare isolation, and drop the policy before liquibase update (DROP POLICY "
                + Identifier.quote(policy.name()) + " ON " + table.name().sql() + "): step 12 makes policies that compare the organization once a"
                + " statement. A policy that only removes rows can stay as a restrictive one (AS RESTRICTIVE)");
    }
}
