package io.orgscope.scan.rule;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.spec.TableDeclaration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the rules look at: the catalog, what is declared, and the state of every table.
 *
 * @param column   the organization column where no declaration names another
 * @param declared what the {@code .orgscope.yaml} says, by table; empty without one
 * @param tables   every table but partitions, which their parents stand for
 * @param shared   tables whose rows may belong to several organizations
 * @param questions what orgscope-plan would ask of a table before its entry stands
 * @param policies the tables that have at least one row security policy
 */
public record Context(Catalog catalog, Organizations organizations, String column, Map<TableName, TableDeclaration> declared,
               Baseline baseline, Map<TableName, ScannedTable> tables, Set<TableName> shared, Map<TableName, String> questions,
               Set<TableName> policies, String defaultSchema) {

    public Collection<ScannedTable> all() {
        return tables.values();
    }

    public List<ScannedTable> in(TableState state) {
        return tables.values().stream().filter(table -> table.state() == state).toList();
    }

    public Optional<ScannedTable> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The organizations' key, when the table and the column exist. */
    public Optional<Column> key() {
        return catalog.find(organizations.table()).flatMap(table -> table.column(organizations.key()));
    }

    /** Whether the table's rows belong to one organization each. */
    public boolean belongs(TableName name) {
        return find(name).map(ScannedTable::belongs).orElse(false);
    }

    /** Whether the foreign key is the table's own organization column referencing the organizations. */
    public boolean isOrganizationKey(ScannedTable table, ForeignKey key) {
        return key.target().equals(organizations.table()) && key.columns().equals(List.of(table.column()));
    }

    /** Whether a table is left out: a view, or a partition. */
    public static boolean skipped(Table table) {
        return table.kind() != 'r' && table.kind() != 'p' || table.partition();
    }
}
