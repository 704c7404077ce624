package io.orgscope.scan.rule;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.ProposedRoute;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether each table has its organization: the table of organizations, the column, and open decisions. */
public final class OrganizationRules {

    private static final Pattern SECRET = Pattern.compile(
            "(.*_)?(token|secret|password|passphrase|credentials?|api_key|private_key)");

    private final Context context;
    private final Remedies remedies;
    private final UniqueKeys uniqueKeys;

    public OrganizationRules(Context context) {
        this.context = context;
        this.remedies = new Remedies(context);
        this.uniqueKeys = new UniqueKeys(context);
    }

    /** Without a table of organizations nothing is said about the other tables. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        context.declared().keySet().stream().filter(name -> context.find(name).isEmpty()).forEach(name ->
                findings.add(Finding.of(Rule.DECLARED_TABLE_MISSING, name, null, "The .orgscope.yaml declares " + name
                                + ", but there is no such table." + Names.didYouMean(name.name(), names()),
                        Remedy.advice("Correct the name or the schema in the .orgscope.yaml, or delete the entry."))));
        if (!organizations(findings)) {
            return findings;
        }
        context.in(TableState.SHOULD_BE_SCOPED).forEach(table -> findings.add(missing(table)));
        context.in(TableState.GLOBAL).stream().filter(table -> context.baseline().global(table.name()).isEmpty())
                .forEach(table -> findings.add(undeclared(table)));
        context.in(TableState.GLOBAL).stream().filter(table -> context.baseline().global(table.name()).isPresent())
                .filter(table -> !context.shared().contains(table.name())).forEach(table -> global(table, findings));
        context.in(TableState.UNKNOWN).forEach(table -> findings.add(Finding.of(Rule.BELONGING_UNKNOWN, table.name(), null, table.reason()
                + " But its rows may belong to organizations.", remedies.global(table, "The same for every organization"))));
        return findings;
    }

    /** Whether there is a table of organizations. Without it the other rules have no meaning. */
    private boolean organizations(List<Finding> findings) {
        TableName name = context.organizations().table();
        Table table = context.find(name).map(ScannedTable::table).orElse(null);
        if (table == null || context.key().isEmpty()) {
            String what = table == null ? context.catalog().find(name).map(OrganizationRules::noTable)
                    .orElseGet(() -> "There is no table " + name + "." + Names.didYouMean(name.name(), names()))
                    + CatalogRoutes.proposeOrganizations(context.catalog(), context.defaultSchema())
                    : "The table " + name + " has no column " + context.organizations().key() + "."
                    + Names.didYouMean(context.organizations().key(), table.columns().stream().map(Column::name).toList());
            findings.add(Finding.of(Rule.ORGANIZATIONS_TABLE_MISSING, name, null, what, Remedy.advice(
                    "Name the table of the organizations: --organizations-table and --organizations-key, or"
                            + " organizations: { table: …, key: … } in the .orgscope.yaml.")));
            return false;
        }
        String key = context.organizations().key();
        if (table.virtual(key)) {
            findings.add(Finding.of(Rule.ORGANIZATIONS_KEY_NOT_UNIQUE, name, key, name.column(key) + " is a virtual generated column, which can have no"
                    + " unique index.", Remedy.advice("Name another key of the organizations: --organizations-key, or organizations: { key: … } in the .orgscope.yaml.")));
        } else if (!table.uniqueBy(List.of(key))) {
            findings.add(Finding.of(Rule.ORGANIZATIONS_KEY_NOT_UNIQUE, name, key, "Neither a primary key nor a valid unique"
                    + " index makes " + name.column(key) + " unique.", unique(table, key)));
        }
        return true;
    }

    private static Remedy unique(Table table, String key) {
        return table.partitioned() && !Set.of(key).containsAll(table.partitioning().key())
                ? Remedy.advice("A unique index of a partitioned table includes the partition key, so PostgreSQL cannot make " + table.name().column(key) + " unique. Name another"
                + " key of the organizations: --organizations-key, or organizations: { key: … } in the .orgscope.yaml. Or keep the organizations in a table without partitions.")
                : Remedies.createIndex("Make the key unique when no value is there twice.", "UNIQUE INDEX", table, List.of(key));
    }

    private static String noTable(Table other) {
        return other.name() + " is " + switch (other.kind()) {
            case 'f' -> "a foreign table";
            case 'v', 'm' -> "a view";
            default -> "a partition of " + other.partitionOf();
        } + ", not the table of the organizations.";
    }

    private Finding missing(ScannedTable table) {
        ProposedRoute proposed = table.proposedRoute();
        List<String> secrets = table.table().columns().stream().map(Column::name)
                .filter(name -> SECRET.matcher(name).matches()).toList();
        long unscoped = table.table().indexes().stream()
                .filter(index -> uniqueKeys.judge(table, index) == UniqueKeys.Verdict.NOT_SCOPED).count();
        long dependents = dependents(table.name());
        boolean throughParent = proposed != null && proposed.sure();
        String message = "No column " + table.column() + "; " + (throughParent
                ? "each row has its organization through " + proposed.to() + "." + table.column()
                : proposed == null ? table.reason() : "its rows reach organizations by " + proposed.routes().get(0).path()
                + (proposed.proposal().declared() ? "" : ", which no foreign key says")
                + (proposed.question() == null ? "" : ", which has to be decided: " + proposed.question()))
                + (secrets.isEmpty() ? "" : "; holds credentials (" + String.join(", ", secrets) + ")")
                + (dependents == 0 ? "" : "; " + dependents + (dependents == 1 ? " table references" : " tables reference") + " it") + ".";
        int weight = (secrets.isEmpty() ? 0 : 10_000) + (int) (unscoped * 1_000 + dependents);
        return Finding.of(throughParent ? Rule.THROUGH_PARENT : Rule.COLUMN_MISSING, table.name(), null, message,
                remedies.declare(table)).weighing(weight);
    }

    /** The number of other tables that reference this one. */
    private long dependents(TableName name) {
        return context.catalog().foreignKeysTo(name).stream().map(ForeignKey::table).filter(other -> !other.equals(name)).distinct().count();
    }

    private Finding undeclared(ScannedTable table) {
        boolean shared = context.shared().contains(table.name());
        Rule rule = shared ? Rule.SHARED_UNDECLARED : Rule.GLOBAL_UNDECLARED;
        String message = shared ? (table.reason().endsWith(".") ? table.reason().substring(0, table.reason().length() - 1)
                : "Its rows are " + table.reason()) + direct(table) + "."
                : "No foreign key leads from it to an organization. Its rows belong to everybody, or a key is missing.";
        return Finding.of(rule, table.name(), null, message, remedies.global(table, shared ? "Shared by organizations"
                : "The same for every organization"));
    }

    /** What contradicts the baseline: foreign keys by which each row of the table names an organization, or a row of one. */
    private void global(ScannedTable table, List<Finding> findings) {
        table.table().foreignKeys().stream()
                .filter(key -> key.columns().stream().allMatch(name -> table.table().column(name).orElseThrow().notNull()))
                .filter(key -> context.find(key.target()).map(ScannedTable::state)
                        .filter(state -> state == TableState.ORGANIZATIONS || state == TableState.SCOPED).isPresent())
                .forEach(key -> findings.add(References.finding(Rule.GLOBAL_NAMES_ORGANIZATION, table, key, "The baseline says that the table is global,"
                        + " but each row references a row of " + key.target() + " by " + Remedies.columns(key.columns()) + ".",
                        Remedy.baseline("If its rows belong to organizations, delete the table from global: in the baseline, and scan again. If not, write"
                                + " there, with your reason", remedies.accept(Rule.GLOBAL_NAMES_ORGANIZATION, table.name(), key.name(),
                                "The row belongs to no organization all the same").lines()))));
    }

    private String direct(ScannedTable table) {
        return table.table().foreignKeys().stream().filter(key -> key.target().equals(context.organizations().table()))
                .findFirst().map(ForeignKey::columns).map(columns -> ", and name one in " + String.join(", ", columns)).orElse("");
    }

    private List<String> names() {
        return context.all().stream().map(table -> table.name().name()).toList();
    }
}
