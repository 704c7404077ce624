package io.orgscope.plan;

import io.orgscope.command.Argument;
import io.orgscope.command.Invocation;
import io.orgscope.command.ReportCommand;
import io.orgscope.distribute.DistributionJson;
import io.orgscope.distribute.DistributionReport;
import io.orgscope.distribute.DistributionText;
import io.orgscope.plan.advice.Calibration;
import io.orgscope.plan.format.PlanReport;
import io.orgscope.report.Format;
import io.orgscope.report.Json;
import io.orgscope.spec.Tuning;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code orgscope-plan}. */
public final class PlanCommand implements ReportCommand {

    static final Argument<String> SPEC = Argument.text("spec", "An existing .orgscope.yaml: its entries are kept, new tables are added");
    static final Argument<String> FORMAT = Argument.text("format", "yaml (the .orgscope.yaml itself), text, json or markdown; by default yaml,"
            + " and text with a target");
    static final Argument<String> SCHEMAS = Argument.text("schemas", "The schemas to read, separated by commas; by default all but PostgreSQL's own");
    static final Argument<Boolean> CHECK_DATA = Argument.flag("checkData", "Compare the routes of each table on its rows. Without it, a plan reads the rows only in"
            + " columns that may name tables");
    static final Argument<String> STATEMENT_TIMEOUT = Argument.text("statementTimeout", "60s", "The longest that one query on rows may take, for example 500ms, 30s, 5min");
    static final Argument<Boolean> CALIBRATE = Argument.flag("calibrate", "Measure this server for a few seconds, in a schema of our own, " + Calibration.SCHEMA
                    + ", which is dropped again");
    static final Argument<String> TARGET = Argument.text("target", "citus: instead of the declaration, reports which kind of Citus table each"
            + " table becomes, and the obstacles");
    static final Argument<Long> SHARD_COUNT = Argument.number("shardCount", "With target: how many shards a table gets; 0 for Citus's default, "
            + DistributionReport.SHARDS);

    @Override
    public String name() {
        return "orgscope-plan";
    }

    @Override
    public String summary() {
        return "Find the routes from each table to its organization, and write the .orgscope.yaml";
    }

    @Override
    public String description() {
        return "Reads the catalog, the columns that may name tables, and the rows if asked to. Changes nothing, and writes a declaration that update"
                + " accepts. If nothing decides, the entry is a comment with its choices.";
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(SPEC, FORMAT, SCHEMAS, CHECK_DATA, STATEMENT_TIMEOUT, CALIBRATE, OrganizationArguments.TABLE, OrganizationArguments.SCHEMA,
                OrganizationArguments.KEY, OrganizationArguments.COLUMN, TARGET, SHARD_COUNT);
    }

    @Override
    public Outcome run(Invocation given) throws Exception {
        String target = given.value(TARGET);
        if (target != null) {
            return distribution(given, target);
        }
        Format format = Format.parse(Objects.requireNonNullElse(given.value(FORMAT), "yaml"), Format.YAML, Format.TEXT, Format.JSON, Format.MARKDOWN);
        PlanOptions options = options(given);
        String text = PlanReport.render(new Planner(given.connection(), options).plan(), format, options.specText());
        return new Outcome(text, text, 0, null);
    }

    private static Outcome distribution(Invocation given, String target) throws Exception {
        Distribution.requireCitus(target);
        Format format = Format.parse(Objects.requireNonNullElse(given.value(FORMAT), "text"), Format.TEXT, Format.JSON, Format.MARKDOWN);
        int shards = Distribution.shardCount(given.value(SHARD_COUNT));
        DistributionReport report = Distribution.of(given.connection(), options(given), shards);
        String text = switch (format) {
            case JSON -> Json.write(DistributionJson.of(report));
            case MARKDOWN -> DistributionText.markdown(report, "#");
            default -> DistributionText.text(report);
        };
        return new Outcome(text, text, 0, null);
    }

    private static PlanOptions options(Invocation given) throws IOException {
        String path = given.value(SPEC);
        return new PlanOptions(given.defaultSchema(), given.value(OrganizationArguments.SCHEMA), given.value(OrganizationArguments.TABLE),
                given.value(OrganizationArguments.KEY), given.value(OrganizationArguments.COLUMN), schemas(given.value(SCHEMAS)), path,
                path == null ? null : given.read(path), given.value(CHECK_DATA),
                Tuning.duration("statementTimeout", given.value(STATEMENT_TIMEOUT)), given.value(CALIBRATE));
    }

    private static Set<String> schemas(String list) {
        return list == null ? Set.of() : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
