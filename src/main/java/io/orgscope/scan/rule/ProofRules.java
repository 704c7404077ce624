package io.orgscope.scan.rule;

import io.orgscope.isolation.Gaps;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.route.ScopedTable;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.TableDeclaration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries as the application's role, on every scoped table, what a session of one organization reaches of another's rows.
 * Each statement is a transaction of its own that is rolled back.
 */
public final class ProofRules {

    private static final int SHOWN = 3;

    private final Connection connection;
    private final Context context;
    private final String role;
    private final Duration timeout;

    public ProofRules(Connection connection, Context context, String role, Duration timeout) {
        this.connection = connection;
        this.context = context;
        this.role = role;
        this.timeout = timeout;
    }

    /** A table that cannot be read costs its own proof and not the others. */
    public List<Finding> check() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        List<IsolatedTable> isolated = context.in(TableState.SCOPED).stream()
                .map(table -> new IsolatedTable(table.name().schema(), table.name().name(), table.column(), composite(table))).toList();
        for (ScannedTable table : context.in(TableState.SCOPED)) {
            prove(table, isolated, findings);
        }
        return findings;
    }

    private void prove(ScannedTable table, List<IsolatedTable> isolated, List<Finding> findings) throws SQLException {
        try {
            Gaps.Proven proven = Gaps.prove(connection, new ScopedTable(table.name(), table.column(), context.organizations(), List.of()),
                    BypassRules.rows(context, table, role), isolated, composite(table), timeout);
            if (!proven.breaches().isEmpty()) {
                findings.add(Finding.of(Rule.ISOLATION_BROKEN, table.name(), null, "A session reaches, or may reach, rows of an organization that it"
                        + " does not work for. Found: " + proven.breaches().size() + "; statements tried: " + proven.tried() + ": " + some(proven.breaches()),
                        Isolate.rows(context, "Correct the causes, or declare isolation and let step 12 make the policies; then run this scan again")));
            }
            if (!proven.open().isEmpty()) {
                findings.add(open(table, proven.open().size() + " of " + proven.tried() + " statements prove nothing: " + some(proven.open()),
                        "Take the next step that a line names. For the other lines run the scan again when the table has rows of two organizations"
                                + " and nobody holds them"));
            }
        } catch (OrgScopeException refused) {
            findings.add(open(table, refused.getMessage(), "Then run this scan again"));
        } catch (SQLException failed) {
            findings.add(open(table, "The proof did not finish: " + FailedCheck.reason(failed, timeout), "Scan as a role that may read every row, or give"
                    + " it more time (--statement-timeout), and run the scan again when nobody holds the table"));
        }
    }

    private boolean composite(ScannedTable table) {
        TableDeclaration declared = context.declared().get(table.name());
        return declared != null && declared.isolation().composite();
    }

    private static Finding open(ScannedTable table, String message, String next) {
        return Finding.of(Rule.ISOLATION_NOT_PROVEN, table.name(), null, message, Remedy.advice(next + "."));
    }

    private static String some(List<String> all) {
        return String.join("; ", all.subList(0, Math.min(SHOWN, all.size()))) + (all.size() > SHOWN ? "; …" : "");
    }
}
