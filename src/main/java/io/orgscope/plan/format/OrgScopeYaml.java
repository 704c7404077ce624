package io.orgscope.plan.format;

import io.orgscope.plan.advice.Estimate;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.TableName;
import io.orgscope.report.LineWidth;
import io.orgscope.report.Quantity;
import io.orgscope.report.Text;
import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.ScopedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plan as a declaration. Decided entries are YAML. Open ones are comments with their choices. */
public final class OrgScopeYaml {

    private static final int WIDTH = 110;

    /** For editors: the $id of the JSON Schema. */
    private static final String SCHEMA = "# yaml-language-server: $schema="
            + "https://raw.githubusercontent.com/orgscope/liquibase-orgscope/main/src/main/resources/orgscope.schema.json\n";

    private final Plan plan;
    private final EntryYaml entries;
    private final StringBuilder out = new StringBuilder();

    private OrgScopeYaml(Plan plan) {
        this.plan = plan;
        this.entries = new EntryYaml(plan, plan.column());
    }

    /** The whole file. */
    public static String write(Plan plan) {
        OrgScopeYaml yaml = new OrgScopeYaml(plan);
        yaml.head();
        yaml.organizations();
        List<PlannedTable> all = plan.entries();
        if (all.stream().noneMatch(PlannedTable::active)) {
            yaml.out.append("  # No table is active yet. Choose a route below, then remove the '# ' in front of its lines.\n");
        }
        yaml.out.append("  tables:\n");
        all.forEach(table -> yaml.out.append('\n').append(yaml.entries.write(table, "    ")));
        yaml.others();
        return yaml.out.toString();
    }

    private void head() {
        List<PlannedTable> active = plan.entries().stream().filter(PlannedTable::active).toList();
        long open = plan.entries().size() - active.size();
        out.append(SCHEMA);
        comment("", "How each table finds its organization: proposed by orgscope-plan. Read and correct it.");
        comment("", plan.checked() ? "The candidates were compared on the rows themselves."
                : String.format(Locale.ROOT, "Read: the catalog, and up to %,d values of each column that may name tables. --check-data=true compares the"
                        + " candidates on the rows themselves.", PolymorphicPairs.SAMPLE));
        comment("", "To plan again, name this file in --spec. Its entries are not changed. New tables are added.");
        comment("", "");
        comment("", Quantity.count(active.size(), "table") + " to be scoped" + (open == 0 ? "" : ", " + open
                + " more with a question first (look for '?')") + ". " + total(plan));
    }

    /** The costs of all entries together. */
    public static String total(Plan plan) {
        List<Estimate> estimates = plan.entries().stream().filter(PlannedTable::active).map(PlannedTable::estimate).toList();
        return "In all about " + Quantity.count(estimates.stream().mapToLong(Estimate::rows).sum(), "row") + ", "
                + Quantity.seconds(estimates.stream().mapToDouble(Estimate::seconds).sum()) + ", "
                + Quantity.bytes(estimates.stream().mapToLong(Estimate::wal).sum()) + " of WAL and "
                + Quantity.bytes(estimates.stream().mapToLong(Estimate::disk).sum()) + " more on disk, "
                + (plan.rates().measured() ? "by a short measurement on this server." : "by rates measured elsewhere"
                        + " (--calibrate=true measures this server)." + (plan.checked() ? "" : " Rows are the planner's estimates."));
    }

    private void organizations() {
        Organizations organizations = plan.organizations();
        String schema = organizations.table().schema().equals(plan.defaultSchema()) ? ""
                : "schema: " + Text.yaml(organizations.table().schema()) + ", ";
        out.append("orgscope:\n  version: 1\n  organizations: { ").append(schema).append("table: ")
                .append(flow(organizations.table().name())).append(", key: ").append(flow(organizations.key())).append(" }\n");
        if (!plan.column().equals(ScopedTable.DEFAULT_COLUMN)) {
            out.append("  column: ").append(Text.yaml(plan.column())).append('\n');
        }
    }

    private static String flow(String name) {
        return Text.yaml(name);
    }

    private void others() {
        plan.withStatus(ScopingStatus.UNSUPPORTED).forEach(table -> {
            out.append('\n');
            comment("    ", "? " + name(table) + ": " + String.join(" ", table.reasons()));
            out.append(entries.choices(table, "    "));
        });
        plan.withStatus(ScopingStatus.SHARED).stream().filter(table -> !table.kept()).forEach(table -> {
            out.append('\n');
            comment("    ", name(table) + ": " + (table.reasons().isEmpty() ? "its rows may belong to several organizations ("
                    + entries.memberships(table) + "), so it stays as it is." : String.join(" ", table.reasons())
                    + " So it stays as it is.") + " If each row belongs to one organization:");
            out.append(entries.choices(table, "    "));
        });
        out.append('\n');
        list("Scoped already", plan.withStatus(ScopingStatus.SCOPED));
        plan.withStatus(ScopingStatus.SCOPED).forEach(table -> table.reasons().forEach(reason -> comment("    ", "? " + name(table) + ": " + reason)));
        list("Of these, without an index that begins with " + plan.column(), plan.withStatus(ScopingStatus.SCOPED).stream()
                .filter(table -> table.table().indexes().stream().noneMatch(index -> index.ledBy(plan.column()))).toList());
        plan.withStatus(ScopingStatus.SCOPED).forEach(table -> table.unique().stream().filter(UniqueAdvice::swap).forEach(advice ->
                comment("    ", "Of the tables scoped already, " + name(table) + " has the unique index "
                        + Text.line(advice.index().name()) + " without the organization: " + advice.why() + ".")));
        plan.withStatus(ScopingStatus.UNKNOWN).forEach(table -> comment("    ", "? " + name(table) + ": not known whether its rows belong to"
                + " organizations. " + String.join(" ", table.reasons())));
        list("Reaching no organization, so taken for global", plan.withStatus(ScopingStatus.GLOBAL));
        plan.withStatus(ScopingStatus.GLOBAL).stream().filter(table -> !table.kept()).findFirst().ifPresent(this::ofOneOrganization);
        list("Other tools' tables", plan.withStatus(ScopingStatus.TOOLING));
        if (plan.partitions() > 0) {
            comment("    ", Quantity.count(plan.partitions(), "partition") + " of other tables not listed; they get the column with the whole.");
        }
    }

    /** An example in braces: {@link ExistingFile} does not take it for an entry of the table. */
    private void ofOneOrganization(PlannedTable table) {
        String schema = schema(table.table().name(), plan.defaultSchema());
        comment("    ", "Where all rows of one belong to a single organization, name it by a unique column:");
        out.append("    # - { table: ").append(Text.yaml(table.table().name().name())).append(schema == null ? "" : ", schema: " + schema)
                .append(", route: { organization: { ").append(Text.yaml(plan.naming())).append(": … } } }\n");
    }

    private void list(String what, List<PlannedTable> tables) {
        List<String> names = new ArrayList<>();
        tables.stream().filter(table -> !table.kept()).forEach(table -> names.add(name(table)));
        if (!names.isEmpty()) {
            comment("    ", what + ": " + String.join(", ", names) + ".");
        }
    }

    public static String name(PlannedTable table) {
        return Text.line(table.table().name().toString());
    }

    private void comment(String indent, String text) {
        out.append(comment(indent, "# ", text));
    }

    /** A question or a statement with its mark at the end. */
    static String sentence(String text) {
        return text.endsWith("?") ? text : text + ".";
    }

    /** The text in comment lines. A line break in a name does not end the comment. */
    public static String comment(String indent, String mark, String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : LineWidth.wrap(Text.line(text), WIDTH - indent.length())) {
            lines.append((indent + mark + line).stripTrailing()).append('\n');
        }
        return lines.toString();
    }

    /** A path as a plain YAML scalar if that is safe, else quoted. */
    public static String path(Route.Path route) {
        String text = route.path().toString();
        return text.matches("[\\p{L}_(][\\p{L}\\p{N}_.$() ,>-]*") ? text : Text.yaml(text);
    }

    public static String schema(TableName table, String defaultSchema) {
        return table.schema().equals(defaultSchema) ? null : Text.yaml(table.schema());
    }
}
