package io.orgscope.scan.rule;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether references between scoped tables can lead from one organization to another. */
public final class ReferenceRules {

    private final Context context;

    public ReferenceRules(Context context) {
        this.context = context;
    }

    /** One finding for each table and rule, with its references as parts. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (ScannedTable table : context.in(TableState.SCOPED)) {
            crossing(context, table, false).forEach(key -> findings.add(References.finding(Rule.REFERENCE_MAY_CROSS, table, key,
                    Remedies.columns(key.columns()) + References.partition(table, key) + " may refer to a row of " + key.target() + " of another organization.",
                    remedy(table, key))));
        }
        return findings;
    }

    /**
     * The foreign keys of a scoped table to scoped tables that do not include the organization, or that include it and promise nothing.
     *
     * @param rows whether the rows that are there count. A key that is not validated promises nothing of them
     */
    public static List<ForeignKey> crossing(Context context, ScannedTable table, boolean rows) {
        return context.keys(table).stream()
                .filter(key -> context.target(key).map(target -> target.state() == TableState.SCOPED).orElse(false))
                .filter(key -> !carriesOrganization(context, table, key) || !promises(key, rows) && !besideSingle(context, table, key))
                .filter(key -> context.keys(table).stream().noneMatch(other -> sees(table, other, key)
                        && carriesOrganization(context, table, other) && promises(other, rows) && other.target().equals(key.target())
                        && other.columns().containsAll(key.columns()) && checked(table, other, with(table.column(), key.columns()))))
                .toList();
    }

    private static boolean promises(ForeignKey key, boolean rows) {
        return key.enforced() && (key.validated() || !rows);
    }

    /** Whether another key has the rest of this one. What is found by the other one is found once. */
    private static boolean besideSingle(Context context, ScannedTable table, ForeignKey key) {
        return context.keys(table).stream().anyMatch(other -> sees(table, other, key) && other.target().equals(key.target())
                && key.pairs().containsAll(other.pairs()) && !carriesOrganization(context, table, other));
    }

    /** Whether every row that the key is about is one that the other key is about too: a partition may have keys of its own. */
    private static boolean sees(ScannedTable table, ForeignKey other, ForeignKey key) {
        return other.table().equals(table.name()) || other.table().equals(key.table());
    }

    private static List<String> with(String column, List<String> columns) {
        return Stream.concat(Stream.of(column), columns.stream()).toList();
    }

    /** Whether PostgreSQL checks the key for each row that has values in these columns. MATCH SIMPLE checks no row with a NULL in the key. */
    static boolean checked(ScannedTable table, ForeignKey key, List<String> present) {
        return key.options().matchFull() || key.columns().stream().allMatch(column -> present.contains(column)
                || table.table().column(column).orElseThrow().notNull());
    }

    /** Whether the key includes the organizations of both rows, so that they are the same. */
    public static boolean carriesOrganization(Context context, ScannedTable table, ForeignKey key) {
        int at = key.columns().indexOf(table.column());
        return at >= 0 && key.columns().size() > 1 && context.target(key)
                .map(target -> target.state() == TableState.SCOPED && key.targetColumns().get(at).equals(target.column())).orElse(false);
    }

    private Remedy remedy(ScannedTable table, ForeignKey key) {
        if (carriesOrganization(context, table, key)) {
            return Remedy.sql("The foreign key includes the organization. Enforce it; that reads the table and stops its readers and writers.", key.enforce() + ";\n");
        }
        ScannedTable target = context.target(key).orElseThrow();
        if (table.table().kind() == 'p' || target.table().kind() == 'p') {
            return Remedy.advice("Composite references are not offered for partitioned tables: add a foreign key with the organization in a change"
                    + " set of your own; until then orgscope-scan --deep shows whether any reference crosses organizations.");
        }
        return Isolate.references("Declare both tables, and composite references: step 11 adds the organization to the foreign key; until then"
                + " orgscope-scan --deep shows whether any reference crosses organizations");
    }
}
