package io.orgscope.scan;

import io.orgscope.distribute.Subject;
import io.orgscope.plan.CatalogRoutes;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.ProposedRoute;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.scan.rule.Context;
import io.orgscope.spec.TableDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives every table its state. If a table has no organization column, the state depends on the routes that the catalog
 * offers.
 */
final class Classifier {

    private final Catalog catalog;
    private final Organizations organizations;
    private final String column;
    private final Map<TableName, TableDeclaration> declared;
    private final Baseline baseline;
    private final Set<TableName> extensions;
    private final CatalogRoutes routes;
    private final Set<TableName> shared = new TreeSet<>();

    /** @param extensions tables that belong to extensions */
    Classifier(Catalog catalog, Organizations organizations, String column, Map<TableName, TableDeclaration> declared,
               Baseline baseline, Set<TableName> extensions) {
        this.catalog = catalog;
        this.organizations = organizations;
        this.column = column;
        this.declared = declared;
        this.baseline = baseline;
        this.extensions = extensions;
        Set<TableName> global = baseline.globals().stream().map(Baseline.Entry::table).collect(Collectors.toSet());
        global.addAll(extensions);
        this.routes = CatalogRoutes.of(catalog, organizations, column, declared, global);
    }

    Map<TableName, ScannedTable> classify() {
        Map<TableName, ScannedTable> result = new TreeMap<>();
        catalog.tables().stream().filter(table -> !Context.skipped(table)).forEach(table -> result.put(table.name(), scanned(table)));
        return result;
    }

    /** The tables that a membership table joins with the organizations and that have no organization of their own. */
    Set<TableName> shared() {
        return shared;
    }

    private ScannedTable scanned(Table table) {
        TableName name = table.name();
        String own = column(name);
        ProposedRoute proposed = routes.proposal(name).map(found -> new ProposedRoute(found, hasColumn(found.to()))).orElse(null);
        if (name.equals(organizations.table())) {
            return new ScannedTable(table, TableState.ORGANIZATIONS, own, "the organizations themselves", null);
        }
        if (extensions.contains(name) || name.schema().equals(ScopedTable.KEPT_SCHEMA) || routes.status(name) == ScopingStatus.TOOLING) {
            return new ScannedTable(table, TableState.TOOLING, own,
                    extensions.contains(name) ? "belongs to an extension" : "belongs to a tool", null);
        }
        if (hasColumn(name)) {
            return new ScannedTable(table, TableState.SCOPED, own, "has " + own, proposed);
        }
        if (declared.containsKey(name)) {
            return new ScannedTable(table, TableState.SHOULD_BE_SCOPED, own, "declared, not yet applied", proposed);
        }
        if (routes.status(name) == ScopingStatus.SHARED) {
            shared.add(name);
        }
        if (baseline.global(name).isPresent()) {
            return new ScannedTable(table, TableState.GLOBAL, own, baseline.global(name).get().reason(), null);
        }
        if (shared.contains(name)) {
            return new ScannedTable(table, TableState.GLOBAL, own, shared(name), null);
        }
        if (routes.status(name) == ScopingStatus.UNKNOWN) {
            return new ScannedTable(table, TableState.UNKNOWN, own, routes.reason(name), null);
        }
        return routes.status(name) == ScopingStatus.OPEN || routes.status(name) == ScopingStatus.UNSUPPORTED && routes.reaches(name)
                ? new ScannedTable(table, TableState.SHOULD_BE_SCOPED, own, "reaches the organizations"
                        + (proposed == null ? "" : " through " + proposed.to()), proposed)
                : new ScannedTable(table, TableState.GLOBAL, own, "reaches no organization", null);
    }

    private String shared(TableName name) {
        return routes.memberships(name).isEmpty() ? routes.reason(name) : "shared by organizations through "
                + routes.memberships(name).stream().map(TableName::toString).collect(Collectors.joining(", "));
    }

    /** The questions that orgscope-plan would ask before the entry of a table can be used. */
    Map<TableName, String> questions() {
        return routes.questions();
    }

    /** Every table as the section about Citus asks for it. */
    List<Subject> subjects() {
        return routes.subjects();
    }

    private boolean hasColumn(TableName name) {
        return catalog.find(name).flatMap(table -> table.column(column(name))).isPresent();
    }

    private String column(TableName name) {
        return declared.containsKey(name) ? declared.get(name).column() : column;
    }
}
