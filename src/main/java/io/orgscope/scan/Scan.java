package io.orgscope.scan;

import io.orgscope.distribute.DistributionReport;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.scan.finding.DataCheck;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.rule.BypassRules;
import io.orgscope.scan.rule.ColumnRules;
import io.orgscope.scan.rule.Context;
import io.orgscope.scan.rule.DataRules;
import io.orgscope.scan.rule.HealthRules;
import io.orgscope.scan.rule.ModelRules;
import io.orgscope.scan.rule.OrganizationRules;
import io.orgscope.scan.rule.PolicyRules;
import io.orgscope.scan.rule.ProofRules;
import io.orgscope.scan.rule.ReferenceRules;
import io.orgscope.scan.rule.References;
import io.orgscope.scan.rule.RowSecurityRules;
import io.orgscope.scan.rule.UniqueRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the catalog, gives every table its state and checks every rule. It changes nothing. */
public final class Scan {

    private static final String SERVER = """
            SELECT pg_catalog.current_database()::text AS database, current_user::text AS role,
                   pg_catalog.current_setting('server_version') AS version
            """;

    /** Tables of an extension. */
    private static final String EXTENSIONS = """
            SELECT n.nspname, c.relname
              FROM pg_catalog.pg_depend d
              JOIN pg_catalog.pg_class c ON c.oid = d.objid AND c.relkind IN ('r', 'p')
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'e'
            """;

    private Scan() {
    }

    /**
     * Scans the database of the connection.
     *
     * @throws SQLException if the catalog cannot be read. If the data cannot be read, that is a finding
     */
    public static ScanReport run(Connection connection, ScanOptions options) throws SQLException {
        requireRole(connection, options.role());
        Catalog catalog = Catalog.ofAll(connection);
        Set<TableName> extensions = Set.copyOf(Sql.list(connection, EXTENSIONS, row -> new TableName(row.getString("nspname"), row.getString("relname"))));
        ScanReport.Server server = Sql.list(connection, SERVER, row -> new ScanReport.Server(row.getString("database"),
                row.getString("version"), row.getString("role"))).get(0);
        Classifier classifier = new Classifier(catalog, options.organizations(), options.column(), options.declared(), options.baseline(), extensions);
        Context context = context(catalog, options, classifier);

        List<Finding> findings = findings(context);
        findings.addAll(new PolicyRules(connection, context, options.role()).check());
        addAllOnce(findings, new BypassRules(connection, context, options.role()).check());
        List<ScanReport.ModelMatch> models = null;
        if (options.models() != null) {
            ModelRules rules = new ModelRules(context, options.models());
            models = rules.matches();
            findings.addAll(rules.check());
        }
        List<DataCheck> checks = null;
        if (options.deep() != null) {
            DataRules rules = new DataRules(connection, context, options.deep().sample(), options.deep().timeout());
            findings.addAll(rules.check());
            checks = rules.checks();
            if (options.role() != null) {
                findings.addAll(new ProofRules(connection, context, options.role(), options.deep().timeout()).check());
            }
        }
        DistributionReport distribution = options.citus() ? DistributionReport.of(connection, options.organizations(), classifier.subjects(),
                DistributionReport.SHARDS, null) : null;
        return report(context, options, server, findings, models, checks, distribution);
    }

    private static void requireRole(Connection connection, String role) throws SQLException {
        if (role != null && !Sql.first(connection, false, "SELECT true FROM pg_catalog.pg_roles WHERE rolname = ?", row -> true, role)) {
            throw new OrgScopeException("There is no role " + role + ", which asRole names as the role of the application. Correct it: write names as"
                    + " in the catalog, in the same case.");
        }
    }

    private static Context context(Catalog catalog, ScanOptions options, Classifier classifier) {
        Map<TableName, ScannedTable> tables = classifier.classify();
        return new Context(catalog, options.organizations(), options.declared(), options.baseline(), tables,
                classifier.shared(), classifier.questions(), options.defaultSchema(), options.specSchema(), options.specColumn());
    }

    /** The same policy may be for a role and for another that may become it. Its finding is one. */
    private static void addAllOnce(List<Finding> findings, List<Finding> more) {
        Set<String> keys = findings.stream().map(Finding::key).collect(Collectors.toSet());
        more.stream().filter(finding -> keys.add(finding.key()) || finding.rule() != Rule.ROW_SECURITY_WIDENED).forEach(findings::add);
    }

    private static List<Finding> findings(Context context) {
        List<Finding> findings = new ArrayList<>(new OrganizationRules(context).check());
        findings.addAll(new ColumnRules(context).check());
        findings.addAll(new UniqueRules(context).check());
        findings.addAll(new ReferenceRules(context).check());
        findings.addAll(new RowSecurityRules(context).check());
        findings.addAll(new HealthRules(context).check());
        return findings;
    }

    private static ScanReport report(Context context, ScanOptions options, ScanReport.Server server, List<Finding> all,
                                     List<ScanReport.ModelMatch> models, List<DataCheck> checks,
                                     DistributionReport distribution) {
        BaselineFilter filter = new BaselineFilter(context.baseline());
        all.forEach(filter::add);
        List<Finding> left = new ArrayList<>(References.byTable(filter.left()));
        left.addAll(filter.entries(context, options, checks));
        left.sort(Finding.ORDER);
        int partitions = (int) context.catalog().tables().stream().filter(Table::partition).count();
        return new ScanReport(Instant.now().truncatedTo(ChronoUnit.SECONDS), server, options.organizations(), options.column(),
                options.spec() == null ? null : options.spec().source(), lines(context), context.all(), left, filter.accepted(), partitions,
                models, checks, null, distribution);
    }

    private static Map<TableName, Integer> lines(Context context) {
        return context.declared().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, declared -> declared.getValue().line()));
    }
}
