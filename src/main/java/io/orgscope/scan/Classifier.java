package io.orgscope.scan;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.spec.TableDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives every table its state. */
final class Classifier {

    private final Catalog catalog;
    private final Organizations organizations;
    private final String column;
    private final Map<TableName, TableDeclaration> declared;
    private final Baseline baseline;
    private final Set<TableName> extensions;
    private final Map<TableName, List<Memberships.Membership>> shared;

    /**
     * @param extensions tables that extensions brought
     */
    Classifier(Catalog catalog, Organizations organizations, String column, Map<TableName, TableDeclaration> declared,
               Baseline baseline, Set<TableName> extensions) {
        this.catalog = catalog;
        this.organizations = organizations;
        this.column = column;
        this.declared = declared;
        this.baseline = baseline;
        this.extensions = extensions;
        this.shared = Memberships.find(catalog, organizations);
        shared.keySet().removeIf(table -> hasColumn(table) || declared.containsKey(table));
    }

    Map<TableName, ScannedTable> classify() {
        List<Table> tables = catalog.tables().stream().filter(table -> !Context.skipped(table)).toList();
        Map<TableName, Way> ways = new Ways(catalog, organizations, this::column, shared)
                .find(tables.stream().filter(this::mayBelong).toList());
        Map<TableName, ScannedTable> result = new TreeMap<>();
        tables.forEach(table -> result.put(table.name(), scanned(table, ways.get(table.name()))));
        return result;
    }

    /** Whether the rows may turn out to belong to one organization each. */
    private boolean mayBelong(Table table) {
        TableName name = table.name();
        return !name.equals(organizations.table()) && !tooling(name) && (hasColumn(name) || declared.containsKey(name)
                || baseline.global(name).isEmpty() && !shared.containsKey(name));
    }

    private ScannedTable scanned(Table table, Way way) {
        TableName name = table.name();
        if (name.equals(organizations.table())) {
            return new ScannedTable(table, TableState.ORGANIZATIONS, column, "the organizations themselves", null);
        }
        if (tooling(name)) {
            return new ScannedTable(table, TableState.TOOLING, column(name),
                    extensions.contains(name) ? "belongs to an extension" : "belongs to a tool", null);
        }
        if (hasColumn(name)) {
            return new ScannedTable(table, TableState.SCOPED, column(name), "has " + column(name), way);
        }
        if (declared.containsKey(name)) {
            return new ScannedTable(table, TableState.SHOULD_BE_SCOPED, column(name), "declared, not yet applied", way);
        }
        if (baseline.global(name).isPresent()) {
            return new ScannedTable(table, TableState.GLOBAL, column(name), baseline.global(name).get().reason(), null);
        }
        if (shared.containsKey(name)) {
            return new ScannedTable(table, TableState.GLOBAL, column(name), "shared by organizations through "
                    + shared.get(name).get(0).table(), null);
        }
        return way == null ? new ScannedTable(table, TableState.GLOBAL, column(name), "reaches no organization", null)
                : new ScannedTable(table, TableState.SHOULD_BE_SCOPED, column(name),
                "reaches the organizations through " + way.to(), way);
    }

    /** The tables that a membership table joins to the organizations, and that have no organization of their own. */
    Set<TableName> shared() {
        return shared.keySet();
    }

    private boolean tooling(TableName name) {
        return Tooling.owns(name) || extensions.contains(name);
    }

    private boolean hasColumn(TableName name) {
        return catalog.find(name).flatMap(table -> table.column(column(name))).isPresent();
    }

    private String column(TableName name) {
        return declared.containsKey(name) ? declared.get(name).column() : column;
    }
}
