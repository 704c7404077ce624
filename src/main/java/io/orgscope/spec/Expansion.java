package io.orgscope.spec;

import io.orgscope.route.RoutePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands a file into the packaged steps of {@code changelogs/orgscope/v1/}. Step 00 comes once. Then come steps 01 to
 * 08 for one table after the other, in the order of their routes. Then comes the contract, 09 and 10, in the {@link ContractOrder}, and then the
 * declared isolation, and the preparation for Citus. Each of these steps runs for all tables before the next one, because it needs
 * what the step before did to every table.
 */
final class Expansion {

    /**
     * One step of one table.
     *
     * @param path    the step's changelog, which is also the path of its change sets in DATABASECHANGELOG
     * @param content the list under {@code databaseChangeLog:}
     */
    record Step(String path, List<Object> content) {
    }

    private static final List<String> EXPAND = List.of("01-add-column", "02-keep-filled", "03-backfill", "04-not-null", "05-foreign-key");

    private final OrgScopeFile file;
    private final String text;
    private final List<Step> steps = new ArrayList<>();

    /** @param text the text of the file. The preflight uses it for line numbers */
    Expansion(OrgScopeFile file, String text) {
        this.file = file;
        this.text = text;
    }

    List<Step> steps() {
        List<TableDeclaration> tables = file.ordered();
        preflight(tables);
        for (TableDeclaration table : tables) {
            Map<String, String> values = values(table);
            EXPAND.forEach(step -> add(step, values));
            table.unique().forEach(unique -> add("06-unique-index", with(values, table, unique)));
            if (table.needsIndex()) {
                add("07-organization-index", values);
            }
            add("08-verify", values);
        }
        String oldKeys = OldKey.format(OldKey.of(file));
        for (TableDeclaration table : ContractOrder.of(tables)) {
            Map<String, String> values = values(table);
            values.put("oldKeys", oldKeys);
            table.unique().stream().filter(unique -> unique.replaces() != null)
                    .forEach(unique -> add("09-retire-index", with(values, table, unique)));
            add("10-retire-trigger", values);
        }
        List<TableDeclaration> composite = tables.stream().filter(table -> table.isolation().composite()).toList();
        List<TableDeclaration> bound = tables.stream().filter(table -> table.isolation().bindsRows()).toList();
        isolate(composite, "11-composite-references", IsolatedTable.format(composite.stream().map(IsolatedTable::references).toList()));
        tables.forEach(this::memberships);
        bound.forEach(table -> add("12-row-security", isolation(table)));
        isolate(bound, "13-verify-isolation", IsolatedTable.format(tables.stream().map(IsolatedTable::of).toList()));
        List<TableDeclaration> distributed = tables.stream().filter(TableDeclaration::distributed).toList();
        distributed.forEach(table -> add("14-primary-key", values(table)));
        distributed.forEach(this::distribute);
        return steps;
    }

    private void distribute(TableDeclaration table) {
        Map<String, String> values = values(table);
        values.put("source", file.source());
        values.put("declaration", text);
        add("15-distribute", values);
    }

    private void isolate(List<TableDeclaration> tables, String step, String isolatedTables) {
        for (TableDeclaration table : tables) {
            Map<String, String> values = isolation(table);
            values.put("isolatedTables", isolatedTables);
            add(step, values);
        }
    }

    private void memberships(TableDeclaration table) {
        for (RoutePath membership : table.isolation().memberships()) {
            Map<String, String> values = isolation(table);
            values.put("membership", membership.toString());
            values.put("membershipColumn", membership.from().get(0));
            add("11-membership-reference", values);
        }
    }

    private Map<String, String> isolation(TableDeclaration table) {
        Map<String, String> values = values(table);
        if (table.isolation().bindsRows()) {
            values.put("isolationSetting", table.isolation().rows().setting());
            values.put("isolationRoles", Isolation.text(table.isolation().rows().roles()));
            values.put("isolationForce", String.valueOf(table.isolation().rows().force()));
            values.put("distribute", file.tables().stream().anyMatch(TableDeclaration::distributed) ? "citus" : null);
            values.put("isolationReferences", table.isolation().composite() ? "composite" : null);
        }
        return values;
    }

    private void preflight(List<TableDeclaration> tables) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("source", file.source());
        values.put("declaration", text);
        values.put("fingerprint", tables.stream().map(this::fingerprint).toList().toString());
        add("00-preflight", values);
    }

    /** Everything declared for a table except how fast a step runs. */
    private String fingerprint(TableDeclaration table) {
        Map<String, String> values = values(table);
        values.keySet().removeAll(table.tuning().keySet());
        return values + table.unique().stream().map(unique -> unique.replaces() + ">" + unique.name() + unique.columns()).toList().toString()
                + (table.isolation().equals(Isolation.NONE) ? "" : table.isolation()) + (table.distributed() ? "distributed" : "");
    }

    private void add(String step, Map<String, String> values) {
        steps.add(new Step(Template.path(step), Template.of(step).with(values)));
    }

    private Map<String, String> values(TableDeclaration table) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", table.id());
        values.put("schema", table.schema());
        values.put("table", table.table());
        values.put("column", table.column());
        values.put("organizationsSchema", file.organizationSchema());
        values.put("organizationsTable", file.organizationTable());
        values.put("organizationsKey", file.organizationKey());
        values.put("organizationsType", file.organizationType());
        values.put("route", Routes.format(table.routes()));
        values.put("foreignKey", table.foreignKey());
        values.put("onDelete", table.onDelete().word());
        values.put("moves", table.moves().word());
        values.put("index", table.index());
        values.putAll(table.tuning());
        return values;
    }

    private static Map<String, String> with(Map<String, String> values, TableDeclaration table, TableDeclaration.UniqueIndex unique) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("replaces", unique.replaces());
        all.put("uniqueColumns", String.join(",", unique.columns()));
        all.put("uniqueIndex", table.indexName(unique));
        return all;
    }
}
