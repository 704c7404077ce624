package io.orgscope.scan.rule;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The requirements of every table, whether it has an organization or not: a primary key, valid indexes, valid constraints. */
public final class HealthRules {

    /** PostgreSQL, REINDEX: such an index is dropped. To build it again would leave it beside the index that it was to replace. */
    private static final Pattern REINDEX_LEFT = Pattern.compile("_cc(new|old)[0-9]*$");

    private final Context context;

    public HealthRules(Context context) {
        this.context = context;
    }

    /** Looks at every table of the application. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        context.all().stream().filter(table -> table.state() != TableState.TOOLING).forEach(table -> check(table, findings));
        return findings;
    }

    private void check(ScannedTable table, List<Finding> findings) {
        if (table.table().primaryKey().isEmpty()) {
            findings.add(Finding.of(Rule.PRIMARY_KEY_MISSING, table.name(), null, "No primary key.",
                    Remedy.advice("Add one in a change set of your own, over columns that are unique and NOT NULL.")));
        }
        table.table().indexes().stream().filter(index -> !index.valid()).forEach(index -> findings.add(invalid(table, index)));
        table.table().foreignKeys().stream().filter(key -> !key.validated()).forEach(key ->
                findings.add(key.enforced() ? notValid(table, "foreign key", key.name()) : notEnforced(table, "foreign key", key.name(),
                        Remedy.sql("Drop it, or enforce it; that reads the table and stops its readers and writers.", key.enforce() + ";\n"))));
        table.table().checks().stream().filter(check -> !check.validated()).forEach(check ->
                findings.add(check.enforced() ? notValid(table, "check", check.name()) : notEnforced(table, "check", check.name(),
                        Remedy.advice("Drop it, or replace it by one that is enforced: add that one NOT VALID, then validate it."))));
        table.table().columns().stream().map(Column::unvalidated).filter(Objects::nonNull)
                .forEach(constraint -> findings.add(notValid(table, "NOT NULL", constraint.name())));
        table.table().foreignKeys().stream()
                .filter(key -> !(table.state() == TableState.SCOPED && context.isOrganizationKey(table, key)))
                .filter(key -> table.table().indexes().stream().noneMatch(index -> serves(index, key)))
                .forEach(key -> findings.add(notIndexed(table, key)));
    }

    private static Finding invalid(ScannedTable table, Index index) {
        String name = Identifier.quote(table.name().schema()) + "." + Identifier.quote(index.name());
        String message = "The index " + index.name() + " " + Remedies.columns(index.columns()) + " is invalid";
        if (table.table().kind() == 'p') {
            return Finding.of(Rule.INDEX_INVALID, table.name(), index.name(), message + ": some partitions have no valid part of it.",
                    Remedy.advice("If a step of this library left it, run liquibase update again. If not, build the same index CONCURRENTLY on each partition that"
                            + " has no part, and attach it: ALTER INDEX " + name + " ATTACH PARTITION …. Or drop the index. REINDEX does not make it valid."));
        }
        if (REINDEX_LEFT.matcher(index.name()).find()) {
            return Finding.of(Rule.INDEX_INVALID, table.name(), index.name(), message + ": by its name, a REINDEX CONCURRENTLY that failed has left it.",
                    Remedy.sql("If no REINDEX is running, drop it, outside a transaction. If its name ends in _ccnew, then run that REINDEX again.",
                            Remedies.statement("DROP INDEX CONCURRENTLY", name)));
        }
        return Finding.of(Rule.INDEX_INVALID, table.name(), index.name(), message + ".",
                Remedy.sql("If it is not being built now, build it again or drop it, outside a transaction.",
                        Remedies.statement("REINDEX INDEX CONCURRENTLY", name)));
    }

    private static Finding notValid(ScannedTable table, String kind, String name) {
        return Finding.of(Rule.CONSTRAINT_NOT_VALID, table.name(), name, "The " + kind + " " + name + " is NOT VALID.",
                Remedy.sql("Validate it; that reads the table and blocks no writer.", Remedies.statement("ALTER TABLE",
                        table.name().sql(), "VALIDATE CONSTRAINT", Identifier.quote(name))));
    }

    private static Finding notEnforced(ScannedTable table, String kind, String name, Remedy remedy) {
        return Finding.of(Rule.CONSTRAINT_NOT_VALID, table.name(), name, "The " + kind + " " + name + " is NOT ENFORCED: PostgreSQL checks no row.",
                remedy);
    }

    private static Finding notIndexed(ScannedTable table, ForeignKey key) {
        return References.finding(Rule.FOREIGN_KEY_NOT_INDEXED, table, key, "No index begins with "
                        + Remedies.columns(key.columns()) + ", the foreign key to " + key.target() + ".",
                Remedies.createIndex("Create an index, unless the referenced rows are never deleted and nobody searches for their children.", "INDEX",
                        table.table(), key.columns()));
    }

    /** Whether the index finds the rows that reference a row: it begins with the columns of the key, in any order. */
    private static boolean serves(Index index, ForeignKey key) {
        int size = key.columns().size();
        return index.valid() && index.predicate() == null && index.columns().size() >= size
                && new HashSet<>(index.columns().subList(0, size)).containsAll(key.columns());
    }
}
