package io.orgscope.scan;

import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;

/** Whether row security, where it is used, leaves no gap. */
final class RowSecurityRules {

    private final Context context;

    RowSecurityRules(Context context) {
        this.context = context;
    }

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        List<ScannedTable> scoped = context.in(TableState.SCOPED);
        List<ScannedTable> without = scoped.stream().filter(table -> !table.table().rowSecurity()).toList();
        if (!scoped.isEmpty() && without.size() == scoped.size()) {
            findings.add(Finding.of(Rule.ROW_SECURITY_ABSENT, null, null, "None of the " + scoped.size()
                    + " scoped tables has row security.", Remedy.advice("If the application sets the organization of each"
                    + " session, consider row security on every scoped table; if not, accept this finding in the baseline.")));
        } else {
            without.forEach(table -> findings.add(Finding.of(Rule.ROW_SECURITY_UNEVEN, table.name(), null,
                    "No row security, while " + (scoped.size() - without.size()) + " other scoped "
                            + (scoped.size() - without.size() == 1 ? "table has" : "tables have") + " it.",
                    enable(table.name(), "Enable it, once the table has a policy like those of the others."))));
        }
        context.all().stream().filter(table -> table.table().rowSecurity()).forEach(table -> enabled(table, findings));
        return findings;
    }

    private void enabled(ScannedTable table, List<Finding> findings) {
        if (!context.policies().contains(table.name())) {
            findings.add(Finding.of(Rule.ROW_SECURITY_WITHOUT_POLICY, table.name(), null,
                    "Row security is on, and no policy says which rows may be seen.",
                    Remedy.sql("Create a policy, or disable row security.", Remedies.statement("ALTER TABLE", table.name().sql(),
                            "DISABLE ROW LEVEL SECURITY"))));
        }
        if (!table.table().forceRowSecurity()) {
            findings.add(Finding.of(Rule.ROW_SECURITY_NOT_FORCED, table.name(), null, "The owner " + table.table().owner()
                    + " is not bound by the table's policies.", Remedy.sql("If the application connects as the owner, force it.",
                    Remedies.statement("ALTER TABLE", table.name().sql(), "FORCE ROW LEVEL SECURITY"))));
        }
    }

    private static Remedy enable(TableName table, String advice) {
        return Remedy.sql(advice, Remedies.statement("ALTER TABLE", table.sql(), "ENABLE ROW LEVEL SECURITY"));
    }
}
