package io.orgscope.scan.rule;

import io.orgscope.invariant.Invariant;
import io.orgscope.invariant.Invariants;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SearchPath;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.postgres.Transaction;
import io.orgscope.reference.Crossing;
import io.orgscope.route.Expected;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.ScopedTable;
import io.orgscope.scan.finding.DataCheck;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules about the data: the invariants of scoped tables, as findings. Each check is a read-only transaction with its
 * own statement timeout. It reads the whole table or a sample, and reports which. If a check fails, or row security
 * would hide rows from it, that is a finding too.
 */
public final class DataRules {

    private static final String NOT_RUN = "not run: ";

    private final Connection connection;
    private final Context context;
    private final long sampled;
    private final Duration timeout;
    private final List<Finding> findings = new ArrayList<>();
    private final List<DataCheck> checks = new ArrayList<>();

    /**
     * @param sampled about how many rows of a larger table to check; 0 for all
     * @param timeout of each check
     */
    public DataRules(Connection connection, Context context, long sampled, Duration timeout) {
        this.connection = connection;
        this.context = context;
        this.sampled = sampled;
        this.timeout = timeout;
    }

    /** What was checked and how much of it, after {@link #check}. It has the checks without a finding too. */
    public List<DataCheck> checks() {
        return checks;
    }

    /** Reads rows. Without a table of organizations there is nothing to compare them with. */
    public List<Finding> check() throws SQLException {
        if (context.key().isEmpty()) {
            return findings;
        }
        organizationsEmpty();
        for (ScannedTable table : context.all()) {
            if (table.belongs()) {
                rows(table);
            }
        }
        for (ScannedTable table : context.in(TableState.SCOPED)) {
            for (ForeignKey key : ReferenceRules.crossing(context, table, true)) {
                String other = context.target(key).orElseThrow().column();
                Table read = context.catalog().find(key.table()).orElseThrow();
                ask(Rule.REFERENCES_CROSS, table, read, References.object(table, key), Crossing.query(key, context.catalog(), table.column(), other),
                        "reference rows of " + key.target() + " of another organization", Invariants.NO_REFERENCE_CROSSES.remedy(),
                        References.facts(key), Set.of());
            }
        }
        return findings;
    }

    private void organizationsEmpty() throws SQLException {
        TableName name = context.organizations().table();
        String query = "SELECT 'none' AS key WHERE NOT EXISTS (SELECT FROM " + name.sql() + ")";
        ScannedTable organizations = context.find(name).orElseThrow();
        ask(Rule.ORGANIZATIONS_EMPTY, organizations, organizations.table(), null, query, null, "Insert the first organization, or let a route create it: {"
                + " organization: { … }, create: { … } }.", Map.of(), Set.of());
    }

    private void rows(ScannedTable table) throws SQLException {
        if (table.state() == TableState.SCOPED) {
            stored(table);
        }
        TableDeclaration declared = context.declared().get(table.name());
        if (declared == null) {
            return;
        }
        List<String> problems = new ArrayList<>();
        StepContext step = step(declared.scoped(context.organizations(), context.defaultSchema()), problems);
        if (!problems.isEmpty()) {
            notRun(table.state() == TableState.SCOPED ? Rule.DIFFERS_FROM_ROUTE : Rule.ROWS_WITHOUT_ROUTE, table, null, String.join(" ", problems),
                    "Correct the entry of the table in the .orgscope.yaml.");
            if (declared.routes().size() > 1) {
                checks.add(new DataCheck(Rule.ROUTES_DISAGREE, table.name(), table.column(), NOT_RUN + String.join(" ", problems), -1));
            }
            return;
        }
        if (table.state() == TableState.SCOPED) {
            ask(Rule.DIFFERS_FROM_ROUTE, table, step, Invariants.STORED_EQUALS_ROUTED, "hold another organization than their routes give");
        } else {
            ask(Rule.ROWS_WITHOUT_ROUTE, table, step, Invariants.ONE_ORGANIZATION, "find no organization, or several, by the declared routes");
        }
        if (declared.routes().size() > 1) {
            ask(Rule.ROUTES_DISAGREE, table, step, Invariants.ROUTES_AGREE, "get different organizations from different routes");
        }
    }

    private StepContext step(ScopedTable scope, List<String> problems) {
        return StepContext.forCheck(connection, context.catalog(), ResolvedScope.of(scope, context.catalog(), Expected.NOTHING, problems));
    }

    /** What needs no route. A table of a kind that no step can change may hold wrong rows, too. */
    private void stored(ScannedTable table) throws SQLException {
        StepContext step = step(new ScopedTable(table.name(), table.column(), context.organizations(), List.of()), new ArrayList<>());
        if (!table.table().column(table.column()).orElseThrow().notNull()) {
            ask(Rule.ROWS_WITHOUT_ORGANIZATION, table, step, Invariants.NO_ROW_WITHOUT, "have no organization");
        }
        boolean guarded = table.table().foreignKeys().stream()
                .anyMatch(key -> key.validated() && context.isOrganizationKey(table, key));
        if (!guarded) {
            ask(Rule.ROWS_OF_UNKNOWN_ORGANIZATION, table, step, Invariants.ORGANIZATION_EXISTS, "name an organization that does not exist");
        }
    }

    private void ask(Rule rule, ScannedTable table, StepContext step, Invariant invariant, String what) throws SQLException {
        ask(rule, table, table.table(), table.column(), invariant.query(step).orElseThrow(), what, invariant.remedy(), Map.of(), step.operatorSchemas());
    }

    /** @param read the table t of the query: the table itself or a partition of it */
    private void ask(Rule rule, ScannedTable table, Table read, String object, String query, String what, String advice, Map<String, Object> facts,
                     Set<String> operatorSchemas) throws SQLException {
        Sample sample = Sample.of(read, sampled);
        try {
            RowKeys rows = Transaction.run(connection, () -> {
                Sql.execute(connection, MigrationSession.readOnly(timeout));
                SearchPath.add(connection, operatorSchemas, true);
                return RowKeys.ofQuery(connection, sample.in(query));
            });
            checks.add(new DataCheck(rule, table.name(), object, sample.extent(), rows.count()));
            if (rows.count() > 0) {
                String message = what == null ? "There is no organization in " + table.name() + "."
                        : rows.count() + (rows.count() == 1 ? " row: " : " rows: ") + what + " (" + String.join("; ", rows.keys())
                        + (rows.count() > rows.keys().size() ? "; …" : "") + "); looked at: " + sample.extent() + ".";
                Map<String, Object> details = new LinkedHashMap<>(facts);
                details.put("rows", rows.count());
                details.put("extent", sample.extent());
                findings.add(Finding.of(rule, table.name(), object, message, Remedy.advice(advice)).weighing(100_000).with(details));
            }
        } catch (SQLException failed) {
            notRun(rule, table, object, FailedCheck.reason(failed, timeout), "Give it more time (--statement-timeout), check a sample (--sample), or scan as a role that may"
                    + " read every row.");
        }
    }

    private void notRun(Rule rule, ScannedTable table, String object, String reason, String advice) {
        checks.add(new DataCheck(rule, table.name(), object, NOT_RUN + reason, -1));
        findings.add(Finding.of(Rule.CHECK_NOT_RUN, table.name(), rule.id() + (object == null ? "" : ":" + object),
                "The check " + rule.id() + " did not finish: " + reason, Remedy.advice(advice)));
    }
}
