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
 * The input of the rules: the catalog, the declaration, and the state of every table.
 *
 * @param declared   the tables of the {@code .orgscope.yaml}; empty without one
 * @param tables     every table that is not {@linkplain #skipped left out}
 * @param shared     tables whose rows may belong to several organizations
 * @param questions  the questions that orgscope-plan would ask before the entry of a table can be used
 * @param specSchema the schema of an entry in the {@code .orgscope.yaml} that names none
 * @param specColumn the column of an entry in the {@code .orgscope.yaml} that names none
 */
public record Context(Catalog catalog, Organizations organizations, Map<TableName, TableDeclaration> declared,
               Baseline baseline, Map<TableName, ScannedTable> tables, Set<TableName> shared, Map<TableName, String> questions,
               String defaultSchema, String specSchema, String specColumn) {

    /** Every table with its state, by name. */
    public Collection<ScannedTable> all() {
        return tables.values();
    }

    /** The tables in this state, by name. */
    public List<ScannedTable> in(TableState state) {
        return tables.values().stream().filter(table -> table.state() == state).toList();
    }

    /** The table with its state; empty if it is left out. */
    public Optional<ScannedTable> find(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table that the foreign key references, or the whole of the partition; empty if it is left out. */
    public Optional<ScannedTable> target(ForeignKey key) {
        return find(catalog.whole(key.target()));
    }

    /** The foreign keys of the table, and those that only its partitions have. */
    public List<ForeignKey> keys(ScannedTable table) {
        return catalog.foreignKeysOf(table.table());
    }

    /** The organizations' key, if the table and the column exist. A view or a partition is no table of organizations. */
    public Optional<Column> key() {
        return find(organizations.table()).flatMap(table -> table.table().column(organizations.key()));
    }

    /** Whether each row of the table belongs to one organization. */
    public boolean belongs(TableName name) {
        return find(name).map(ScannedTable::belongs).orElse(false);
    }

    /** Whether the foreign key goes from the table's own organization column to the key of the organizations. */
    boolean isOrganizationKey(ScannedTable table, ForeignKey key) {
        return organizations.keyOf(table.column(), key);
    }

    /** Whether a table is left out: a view, a foreign table, or a partition. */
    public static boolean skipped(Table table) {
        return table.kind() != 'r' && table.kind() != 'p' || table.partition();
    }
}
