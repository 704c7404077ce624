package io.orgscope.scan.rule;

import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.TableDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Whether row security, if it is used, has no gap. */
public final class RowSecurityRules {

    private final Context context;

    public RowSecurityRules(Context context) {
        this.context = context;
    }

    /** If no table uses row security, that is one finding for the database. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        List<ScannedTable> scoped = context.in(TableState.SCOPED);
        List<ScannedTable> without = scoped.stream().filter(table -> !table.table().rowSecurity()).toList();
        if (!scoped.isEmpty() && without.size() == scoped.size()) {
            findings.add(Finding.of(Rule.ROW_SECURITY_ABSENT, null, null, "None of the " + scoped.size()
                    + " scoped tables has row security.", Isolate.rows(context, "If the application sets the organization of each session, declare row"
                    + " security; if not, accept this finding in the baseline")));
        } else {
            without.stream().filter(table -> !declaredWithout(table)).forEach(table -> findings.add(Finding.of(Rule.ROW_SECURITY_UNEVEN, table.name(), null,
                    "No row security, while " + (scoped.size() - without.size()) + " other scoped "
                            + (scoped.size() - without.size() == 1 ? "table has" : "tables have") + " it.",
                    Isolate.rows(context, "Declare row security for all tables: step 12 makes"
                                    + " the policies and enables it; first drop the policies that are there"))));
        }
        context.all().stream().filter(table -> table.table().rowSecurity()).forEach(table -> enabled(table, findings));
        return findings;
    }

    /** Whether the declaration has row security for other tables, and none for this one. */
    private boolean declaredWithout(ScannedTable table) {
        TableDeclaration declared = context.declared().get(table.name());
        return declared != null && declared.isolation().rows() == null
                && context.declared().values().stream().anyMatch(other -> other.isolation().rows() != null);
    }

    private void enabled(ScannedTable table, List<Finding> findings) {
        if (table.table().policies().isEmpty()) {
            findings.add(Finding.of(Rule.ROW_SECURITY_WITHOUT_POLICY, table.name(), null,
                    "Row security is on, but there is no policy.",
                    Isolate.rows(context, "Declare row security: step 12 makes the policies")));
        }
        if (!table.table().forceRowSecurity()) {
            findings.add(Finding.of(Rule.ROW_SECURITY_NOT_FORCED, table.name(), null, "The owner " + table.table().owner()
                    + " is not bound by the table's policies.", Isolate.forced(context, "If the application connects as the owner,"
                    + " declare force: true")));
        }
    }
}
