package io.orgscope.scan.rule;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Policy;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rules about the text of the policies of scoped tables. */
public final class PolicyRules {

    private static final String WRITES = "aw*";

    private final Context context;

    public PolicyRules(Context context) {
        this.context = context;
    }

    /** Reads the policies as PostgreSQL prints them. It makes no statement. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        context.in(TableState.SCOPED).stream().filter(table -> table.table().rowSecurity())
                .forEach(table -> table.table().policies().forEach(policy -> check(table, policy, findings)));
        return findings;
    }

    private void check(ScannedTable table, Policy policy, List<Finding> findings) {
        List<PolicyExpression> expressions = Stream.of(policy.using(), policy.check()).filter(Objects::nonNull).map(PolicyExpression::new).toList();
        String told = "The policy " + policy.name() + " (" + policy.definition() + ") ";
        if (expressions.stream().anyMatch(PolicyExpression::asksInEachRow)) {
            findings.add(Finding.of(Rule.ROW_SECURITY_PER_ROW, table.name(), policy.name(), told + "evaluates the session's organization for each row.",
                    replace(table, policy)));
        }
        if (policy.permissive() && policy.check() == null && WRITES.indexOf(policy.command()) >= 0) {
            findings.add(Finding.of(Rule.ROW_SECURITY_WITHOUT_CHECK, table.name(), policy.name(), told + "has no WITH CHECK.",
                    replace(table, policy)));
        }
        if (policy.permissive() && expressions.stream().anyMatch(expression -> expression.passesWithout(table.column()))) {
            findings.add(Finding.of(Rule.ROW_SECURITY_WIDENED, table.name(), policy.name(), told + "lets rows of every organization through.", replace(table, policy)));
        }
    }

    private Remedy replace(ScannedTable table, Policy policy) {
        return Isolate.rows(context, "Declare isolation, and drop the policy before liquibase update (DROP POLICY "
                + Identifier.quote(policy.name()) + " ON " + table.name().sql() + "): step 12 makes policies that compare the organization once a"
                + " statement. A policy that only removes rows can stay as a restrictive one (AS RESTRICTIVE)");
    }
}
