package io.orgscope.scan;

import io.orgscope.command.Argument;
import io.orgscope.command.Invocation;
import io.orgscope.command.ReportCommand;
import io.orgscope.plan.Distribution;
import io.orgscope.plan.OrganizationArguments;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Format;
import io.orgscope.report.Json;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.scan.entity.EntityReader;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.Drift;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.format.HtmlReport;
import io.orgscope.scan.format.JsonReport;
import io.orgscope.scan.format.MarkdownReport;
import io.orgscope.scan.format.SarifReport;
import io.orgscope.scan.format.TextReport;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code orgscope-scan}. */
public final class ScanCommand implements ReportCommand {

    /** The exit code if there are findings. A scan that failed ends with 1. */
    public static final int FOUND = 2;

    static final Argument<String> SPEC = Argument.text("spec", "The .orgscope.yaml that declares the scoped tables");
    static final Argument<String> BASELINE = Argument.text("baseline", "The findings that the team has accepted, with reasons");
    static final Argument<String> FORMAT = Argument.text("format", "text", "text, json, markdown, html or sarif");
    static final Argument<String> FAIL_ON = Argument.text("failOn", "CRITICAL", "CRITICAL, WARNING, INFO or NEVER: from which severity on the exit code is " + FOUND);
    static final Argument<String> AGAINST = Argument.text("against", "An earlier JSON report, to say what has changed");
    static final Argument<String> CLASSES = Argument.text("classes", "A folder or jar with the application's JPA entity classes, to compare with the tables");
    static final Argument<Boolean> DEEP = Argument.flag("deep", "Check the data too, not only the catalog");
    static final Argument<Long> SAMPLE = Argument.number("sample", "With deep: about how many rows of a larger table to check; 0 for all");
    static final Argument<String> STATEMENT_TIMEOUT = Argument.text("statementTimeout", "30s", "With deep: the longest that one check may take, for example 500ms, 30s, 5min");
    static final Argument<String> AS_ROLE = Argument.text("asRole", "The role of the application: the scan checks whether row security binds it; with"
            + " deep, it tries which rows of other organizations the role reaches, and rolls back");
    static final Argument<String> TARGET = Argument.text("target", "citus: also reports which kind of Citus table each table becomes, and the obstacles");

    @Override
    public String name() {
        return "orgscope-scan";
    }

    @Override
    public String summary() {
        return "Check every table: which ones have an organization, which ones should have one, and what to do";
    }

    @Override
    public String description() {
        return "Reads the catalog, changes nothing, and reports what keeps organizations apart and what does not.";
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(SPEC, BASELINE, FORMAT, FAIL_ON, AGAINST, CLASSES, DEEP, SAMPLE, STATEMENT_TIMEOUT, AS_ROLE, OrganizationArguments.TABLE,
                OrganizationArguments.SCHEMA, OrganizationArguments.KEY, OrganizationArguments.COLUMN, TARGET);
    }

    @Override
    public Outcome run(Invocation given) throws Exception {
        Severity limit = limit(given.value(FAIL_ON));
        Format format = Format.parse(given.value(FORMAT), Format.TEXT, Format.JSON, Format.MARKDOWN, Format.HTML, Format.SARIF);
        Connection connection = given.connection();
        ScanOptions options = options(given);
        String earlier = given.value(AGAINST) == null ? null : given.read(given.value(AGAINST));

        ScanReport report = Scan.run(connection, options);
        if (earlier != null) {
            report = report.against(Drift.between(given.value(AGAINST), earlier, JsonReport.of(report)));
        }
        boolean fails = report.fails(limit);
        return new Outcome(render(report, format, given.colour()), report, fails ? FOUND : 0, fails ? verdict(report) : null);
    }

    /** For the error stream. The report goes elsewhere. */
    private static String verdict(ScanReport report) {
        return "orgscope-scan: " + report.count(Severity.CRITICAL) + " critical, " + report.count(Severity.WARNING) + " warning, "
                + report.count(Severity.INFO) + " info.";
    }

    private static String render(ScanReport report, Format format, boolean colour) {
        return switch (format) {
            case JSON -> Json.write(JsonReport.of(report));
            case MARKDOWN -> MarkdownReport.of(report);
            case HTML -> HtmlReport.of(report);
            case SARIF -> Json.write(SarifReport.of(report));
            default -> TextReport.of(report, colour);
        };
    }

    private static Severity limit(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (wanted.equals("NEVER")) {
            return null;
        }
        try {
            return Severity.valueOf(wanted);
        } catch (IllegalArgumentException unknown) {
            throw new OrgScopeException("failOn has to be one of CRITICAL, WARNING, INFO, NEVER, not '" + name + "'.");
        }
    }

    private static ScanOptions options(Invocation given) throws IOException {
        String schema = given.defaultSchema();
        String path = given.value(SPEC);
        OrgScopeFile spec = path == null ? null : OrgScopeFile.parse(path, given.read(path));
        Organizations declared = spec == null ? new Organizations(new TableName(schema, Organizations.DEFAULT_TABLE),
                Organizations.DEFAULT_KEY, null) : spec.organizations(schema);
        Organizations organizations = new Organizations(new TableName(
                Objects.requireNonNullElse(given.value(OrganizationArguments.SCHEMA), declared.table().schema()),
                Objects.requireNonNullElse(given.value(OrganizationArguments.TABLE), declared.table().name())),
                Objects.requireNonNullElse(given.value(OrganizationArguments.KEY), declared.key()), declared.type());
        String column = Objects.requireNonNullElse(given.value(OrganizationArguments.COLUMN), spec == null ? ScopedTable.DEFAULT_COLUMN : spec.column());
        String accepted = given.value(BASELINE);
        String classes = given.value(CLASSES);
        boolean deep = given.value(DEEP);
        boolean citus = given.value(TARGET) != null;
        if (citus) {
            Distribution.requireCitus(given.value(TARGET));
        }
        return new ScanOptions(organizations, column, schema, spec,
                accepted == null ? Baseline.NONE : Baseline.parse(accepted, given.read(accepted), schema),
                classes == null ? null : EntityReader.read(Path.of(classes)),
                deep ? new ScanOptions.Deep(given.value(SAMPLE),
                        Tuning.duration("statementTimeout", given.value(STATEMENT_TIMEOUT))) : null, given.value(AS_ROLE), citus);
    }
}
