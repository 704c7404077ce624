package io.orgscope.spec;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the YAML of an {@link OrgScopeFile}; each key is known, or an error. */
final class OrgScopeFileReader {

    private static final Set<String> TOP = Set.of("version", "schema", "organizations", "column", "tables", "workers",
            "batch", "pace", "lockTimeout", "lockDeadline");
    private static final Set<String> TUNING = Set.of("workers", "batch", "pace", "lockTimeout", "lockDeadline");
    private static final Set<String> ORGANIZATIONS = Set.of("schema", "table", "key", "type");
    private static final Set<String> TABLE = Set.of("table", "schema", "column", "route", "otherwise", "unique", "index",
            "foreignKey", "onDelete", "workers", "batch", "pace", "lockTimeout", "lockDeadline");
    private static final Set<String> UNIQUE = Set.of("replaces", "name", "columns");

    private final String source;
    private String schema;
    private String column = ScopedTable.DEFAULT_COLUMN;
    private final Map<String, String> tuning = new LinkedHashMap<>();

    OrgScopeFileReader(String source) {
        this.source = source;
    }

    OrgScopeFile read(YamlElement document) {
        Map<String, YamlElement> root = document.fields("the file", Set.of("orgscope"));
        if (root.isEmpty()) {
            throw document.error("The file has to begin with 'orgscope:'.");
        }
        Map<String, YamlElement> top = root.get("orgscope").fields("orgscope", TOP);
        if (!top.containsKey("version")) {
            throw root.get("orgscope").error("'version: 1' is missing: it says which process the tables go through.");
        }
        top.get("version").oneOf("version", Set.of("1"));
        schema = optional(top, "schema");
        column = top.containsKey("column") ? top.get("column").text("column") : column;
        tuning.putAll(tuning(top));
        Map<String, YamlElement> organizations = top.containsKey("organizations")
                ? top.get("organizations").fields("organizations", ORGANIZATIONS) : Map.of();
        if (!top.containsKey("tables")) {
            throw root.get("orgscope").error("'tables:' is missing: the list of the tables that are to have their organization.");
        }
        String own = optional(organizations, "schema");
        return new OrgScopeFile(source, own == null ? schema : own,
                text(organizations, "table", Organizations.DEFAULT_TABLE), text(organizations, "key", Organizations.DEFAULT_KEY),
                optional(organizations, "type"), column, tables(top.get("tables")));
    }

    private List<TableDeclaration> tables(YamlElement element) {
        List<TableDeclaration> tables = new ArrayList<>();
        Set<TableName> seen = new HashSet<>();
        for (YamlElement item : element.items("tables")) {
            TableDeclaration table = table(item);
            if (!seen.add(table.name(""))) {
                throw item.error("The table " + table.table() + " stands twice. Put all that is to be said of it into one entry.");
            }
            tables.add(table);
        }
        if (tables.isEmpty()) {
            throw element.error("tables is empty: name at least one table.");
        }
        return List.copyOf(tables);
    }

    private TableDeclaration table(YamlElement element) {
        Map<String, YamlElement> fields = element.fields("an entry of tables", TABLE);
        if (!fields.containsKey("table")) {
            throw element.error("An entry of tables needs 'table:', the table's name.");
        }
        String name = fields.get("table").text("table");
        if (!fields.containsKey("route")) {
            throw element.error("The table " + name + " needs a route: how does a row find its organization? For example"
                    + " route: user_id -> users.default_organization_id. orgscope-plan suggests routes.");
        }
        otherwise(fields.get("otherwise"));
        Map<String, String> own = new LinkedHashMap<>(tuning);
        own.putAll(tuning(fields));
        YamlElement index = fields.get("index");
        boolean indexed = index == null || !index.isFalse();
        return new TableDeclaration(element.line(), fields.containsKey("schema") ? optional(fields, "schema") : schema, name,
                text(fields, "column", column), Routes.read(fields.get("route")), unique(fields.get("unique")),
                index == null || !indexed ? null : index.text("index"), indexed, optional(fields, "foreignKey"),
                OnDelete.of(fields.containsKey("onDelete") ? fields.get("onDelete").oneOf("onDelete", OnDelete.words())
                        : OnDelete.CASCADE.word()), own);
    }

    private static void otherwise(YamlElement element) {
        if (element != null && element.oneOf("otherwise", Set.of("halt", "quarantine")).equals("quarantine")) {
            throw element.error("'otherwise: quarantine' is not offered: moving a live row takes it from the application and"
                    + " from every row that references it (docs/decisions/0004-no-quarantine.md). Leave it at halt; the rows"
                    + " without an organization are listed, and a further route can name one for them.");
        }
    }

    private static List<TableDeclaration.UniqueIndex> unique(YamlElement element) {
        if (element == null) {
            return List.of();
        }
        List<TableDeclaration.UniqueIndex> all = new ArrayList<>();
        for (YamlElement item : element.oneOrMore("unique")) {
            Map<String, YamlElement> fields = item.fields("an entry of unique", UNIQUE);
            List<String> columns = fields.containsKey("columns")
                    ? fields.get("columns").items("columns").stream().map(column -> column.text("a column")).toList() : List.of();
            String replaces = optional(fields, "replaces");
            if (replaces == null && columns.isEmpty()) {
                throw item.error("An entry of unique needs 'replaces:', the unique index whose place it takes, or 'columns:'.");
            }
            all.add(new TableDeclaration.UniqueIndex(item.line(), replaces, optional(fields, "name"), columns));
        }
        Set<String> seen = new HashSet<>();
        all.stream().filter(unique -> unique.replaces() != null && !seen.add(unique.replaces())).findFirst().ifPresent(twice -> {
            throw element.error("The index " + twice.replaces() + " is replaced twice.");
        });
        return List.copyOf(all);
    }

    private static Map<String, String> tuning(Map<String, YamlElement> fields) {
        Map<String, String> tuning = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (TUNING.contains(key)) {
                String text = value.text(key);
                try {
                    Tuning.check(key, text);
                } catch (IllegalArgumentException wrong) {
                    throw value.error(wrong.getMessage());
                }
                tuning.put(key, text);
            }
        });
        return tuning;
    }

    private static String optional(Map<String, YamlElement> fields, String key) {
        return fields.containsKey(key) ? fields.get(key).text(key) : null;
    }

    private static String text(Map<String, YamlElement> fields, String key, String fallback) {
        return fields.containsKey(key) ? fields.get(key).text(key) : fallback;
    }
}
