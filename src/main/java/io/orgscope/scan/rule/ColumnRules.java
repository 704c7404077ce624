package io.orgscope.scan.rule;

import io.orgscope.plan.decision.StrayDefault;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.OnDelete;
import io.orgscope.spec.TableDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The requirements of an organization column: type, NOT NULL, no constant default, foreign key, index. */
public final class ColumnRules {

    private final Context context;
    private final Remedies remedies;

    public ColumnRules(Context context) {
        this.context = context;
        this.remedies = new Remedies(context);
    }

    /** Looks at the tables that have the column. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        context.key().ifPresent(key -> context.in(TableState.SCOPED).forEach(table -> check(table, key, findings)));
        return findings;
    }

    private void check(ScannedTable table, Column key, List<Finding> findings) {
        Column column = table.table().column(table.column()).orElseThrow();
        String where = table.name().column(column.name());
        // If the key has a domain with constraints, step 01 adds the column with the base type.
        if (!column.baseType().equals(key.baseType())) {
            findings.add(found(Rule.TYPE_DIFFERS, table, where + " is " + column.type() + ", but "
                    + context.organizations().table().column(key.name()) + " is " + key.type() + ".", Remedy.advice(
                    "Change the column's type in a change set of your own: add a second column of type " + key.type()
                            + ", fill it, and swap the two. This tool does not change the type of a column that is there.")));
        }
        if (!column.notNull()) {
            findings.add(found(Rule.NULLABLE, table, where + " may be NULL.", remedies.declare(table)));
        }
        if (StrayDefault.in(table.name(), column, context.declared().get(table.name()), context.organizations())) {
            findings.add(found(Rule.CONSTANT_DEFAULT, table, where + " " + StrayDefault.says(column),
                    Remedy.sql(StrayDefault.advice(column) + ".", Remedies.statement(StrayDefault.drop(table.name(), column)))));
        }
        foreignKey(table, where, findings);
        if (table.table().indexes().stream().noneMatch(index -> index.ledBy(column.name())) && indexWanted(table)) {
            findings.add(found(Rule.INDEX_MISSING, table, "No valid index begins with " + where + ".",
                    remedies.declare(table)));
        }
    }

    private void foreignKey(ScannedTable table, String where, List<Finding> findings) {
        List<ForeignKey> own = table.table().foreignKeysOf(List.of(table.column()));
        ForeignKey key = own.stream().filter(found -> context.isOrganizationKey(table, found)).findFirst().orElse(null);
        if (key != null) {
            onDelete(table, key, findings);
        } else if (!own.isEmpty()) {
            ForeignKey other = own.get(0);
            findings.add(found(Rule.REFERENCES_OTHER, table, where + " references " + other.target()
                            + Remedies.columns(other.targetColumns()) + ", not " + context.organizations().table()
                            .column(context.organizations().key()) + ".",
                    Remedy.advice("Rename the column if it is something else, or replace its foreign key " + other.name() + ".")));
        } else if (!insuredByParent(table)) {
            findings.add(found(Rule.FOREIGN_KEY_MISSING, table, where + " has no foreign key to "
                    + context.organizations().table().column(context.organizations().key()) + ".", remedies.declare(table)));
        }
    }

    /** Whether a validated key of several columns references, from each row, a scoped parent with the same organization. */
    private boolean insuredByParent(ScannedTable table) {
        return table.table().foreignKeys().stream().anyMatch(key -> key.validated() && ReferenceRules.carriesOrganization(context, table, key)
                && ReferenceRules.checked(table, key, List.of(table.column())));
    }

    private void onDelete(ScannedTable table, ForeignKey key, List<Finding> findings) {
        TableDeclaration declared = context.declared().get(table.name());
        if (declared != null && declared.onDelete().code() != key.onDelete()) {
            findings.add(Finding.of(Rule.ON_DELETE_DIFFERS, table.name(), key.name(), "The foreign key says ON DELETE "
                    + word(key.onDelete()) + ", but declared is " + declared.onDelete().word().toUpperCase(Locale.ROOT) + ".", Remedy.advice(
                    "Replace the foreign key " + key.name() + " in a change set of your own, or declare onDelete as in the database.")));
        } else if (declared == null && key.onDelete() != OnDelete.CASCADE.code()) {
            findings.add(Finding.of(Rule.ON_DELETE_NOT_CASCADE, table.name(), key.name(), "The foreign key says ON DELETE "
                    + word(key.onDelete()) + ", not CASCADE.", remedies.accept(Rule.ON_DELETE_NOT_CASCADE, table.name(), key.name(),
                    "An organization is deleted only when it is empty")));
        }
    }

    private static String word(char code) {
        return switch (code) {
            case 'c' -> "CASCADE";
            case 'r' -> "RESTRICT";
            case 'n' -> "SET NULL";
            case 'd' -> "SET DEFAULT";
            default -> "NO ACTION";
        };
    }

    private boolean indexWanted(ScannedTable table) {
        TableDeclaration declared = context.declared().get(table.name());
        return declared == null || declared.indexed();
    }

    private static Finding found(Rule rule, ScannedTable table, String message, Remedy remedy) {
        return Finding.of(rule, table.name(), table.column(), message, remedy);
    }
}
