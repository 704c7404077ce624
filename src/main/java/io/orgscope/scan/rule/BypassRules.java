package io.orgscope.scan.rule;

import io.orgscope.isolation.Gaps;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.Isolation;
import io.orgscope.spec.TableDeclaration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects with which a role can bypass the row security of scoped tables through the privileges of another role. */
public final class BypassRules {

    private final Connection connection;
    private final Context context;
    private final String role;

    /** @param role the role of the application; null to use the declaration */
    public BypassRules(Connection connection, Context context, String role) {
        this.connection = connection;
        this.context = context;
        this.role = role;
    }

    /** Queries the catalog once for all tables with row security. */
    public List<Finding> check() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Map<Table, List<String>> tables = new LinkedHashMap<>();
        Map<TableName, String> columns = new HashMap<>();
        context.in(TableState.SCOPED).stream().filter(table -> table.table().rowSecurity()).forEach(table -> {
            tables.put(table.table(), rows(context, table, role).roles());
            columns.put(table.name(), table.column());
        });
        if (!tables.isEmpty()) {
            add(Rule.ROW_SECURITY_BYPASSED, Gaps.objects(connection, tables, columns), findings);
            add(Rule.ROW_SECURITY_ROLE_NOT_BOUND, Gaps.roles(connection, tables, columns), findings);
        }
        return findings;
    }

    /** The declaration of the table. The given role has precedence. */
    public static Isolation.Rows rows(Context context, ScannedTable table, String role) {
        TableDeclaration declared = context.declared().get(table.name());
        Isolation.Rows rows = declared == null || declared.isolation().rows() == null
                ? new Isolation.Rows(Isolation.Rows.DEFAULT_SETTING, List.of(), table.table().forceRowSecurity()) : declared.isolation().rows();
        return role == null ? rows : new Isolation.Rows(rows.setting(), List.of(role), rows.force());
    }

    private static void add(Rule rule, Map<TableName, List<Gaps.Gap>> gaps, List<Finding> findings) {
        gaps.forEach((table, all) -> all.forEach(gap -> findings.add(Finding.of(gap.policy() ? Rule.ROW_SECURITY_WIDENED : rule, table, gap.object(), sentence(gap.hazard()),
                Remedy.advice(sentence(gap.remedy()))))));
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
