package io.orgscope.scan;

import io.orgscope.isolation.Gaps;
import io.orgscope.spec.Isolation;
import io.orgscope.spec.TableDeclaration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What gets past the row security of scoped tables by the rights of somebody else. */
final class BypassRules {

    private final Connection connection;
    private final Context context;
    private final String role;

    /** @param role as whom the application connects; null where only a declaration may say that */
    BypassRules(Connection connection, Context context, String role) {
        this.connection = connection;
        this.context = context;
        this.role = role;
    }

    List<Finding> check() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (ScannedTable table : context.in(TableState.SCOPED)) {
            if (table.table().rowSecurity()) {
                Isolation.Rows rows = rows(context, table, role);
                for (Gaps.Gap gap : Gaps.objects(connection, table.table(), rows)) {
                    findings.add(finding(Rule.ROW_SECURITY_BYPASSED, table, gap));
                }
                for (Gaps.Gap gap : Gaps.roles(connection, table.table(), rows)) {
                    findings.add(finding(Rule.ROW_SECURITY_ROLE_NOT_BOUND, table, gap));
                }
            }
        }
        return findings;
    }

    /** What is declared of the table; the role that was named counts more. */
    static Isolation.Rows rows(Context context, ScannedTable table, String role) {
        TableDeclaration declared = context.declared().get(table.name());
        Isolation.Rows rows = declared == null || declared.isolation().rows() == null
                ? new Isolation.Rows(Isolation.Rows.DEFAULT_SETTING, List.of(), table.table().forceRowSecurity()) : declared.isolation().rows();
        return role == null ? rows : new Isolation.Rows(rows.setting(), List.of(role), rows.force());
    }

    private static Finding finding(Rule rule, ScannedTable table, Gaps.Gap gap) {
        return Finding.of(rule, table.name(), gap.object(), sentence(gap.hazard()), Remedy.advice(sentence(gap.remedy())));
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
