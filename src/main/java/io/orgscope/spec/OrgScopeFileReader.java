package io.orgscope.spec;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the YAML of an {@link OrgScopeFile}. An unknown key is an error. */
final class OrgScopeFileReader {

    private static final Set<String> TOP = Set.of("version", "schema", "organizations", "column", "tables", "workers",
            "batch", "pace", "lockTimeout", "lockDeadline", "moves", "isolation", "distribute");
    private static final Set<String> TUNING = Set.of("workers", "batch", "pace", "lockTimeout", "lockDeadline");
    private static final Set<String> ORGANIZATIONS = Set.of("schema", "table", "key", "type");
    private static final Set<String> TABLE = Set.of("table", "schema", "column", "route", "otherwise", "unique", "index",
            "foreignKey", "onDelete", "moves", "workers", "batch", "pace", "lockTimeout", "lockDeadline", "isolation", "distribute");
    private static final Set<String> DISTRIBUTE = Set.of("citus", "none");
    private static final Set<String> UNIQUE = Set.of("replaces", "name", "columns");

    private final String source;
    private String schema;
    private String organizationSchema;
    private String organizationTable;
    private String column = ScopedTable.DEFAULT_COLUMN;
    private Isolation isolation;
    private Moves moves;
    private boolean distributed;
    private Map<String, String> tuning;

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
            throw root.get("orgscope").error("'version: 1' is missing: it is the version of the steps. Write it below 'orgscope:'.");
        }
        version(top.get("version"));
        schema = name(top, "schema", null);
        column = name(top, "column", column);
        tuning = tuning(top, Map.of());
        isolation = IsolationReader.file(top.get("isolation"));
        moves = moves(top.get("moves"), Moves.FOLLOW);
        distributed = distributed(top.get("distribute"), false);
        Map<String, YamlElement> organizations = top.containsKey("organizations")
                ? top.get("organizations").fields("organizations", ORGANIZATIONS) : Map.of();
        if (!top.containsKey("tables")) {
            throw root.get("orgscope").error("'tables:' is missing: it lists the tables that get an organization.");
        }
        organizationSchema = name(organizations, "schema", schema);
        organizationTable = name(organizations, "table", Organizations.DEFAULT_TABLE);
        YamlElement said = top.getOrDefault("organizations", root.get("orgscope"));
        return new OrgScopeFile(source, schema, said.line(), organizationSchema, organizationTable,
                name(organizations, "key", Organizations.DEFAULT_KEY),
                organizations.containsKey("type") ? organizations.get("type").text("type") : null, column, tables(top.get("tables")));
    }

    private static void version(YamlElement element) {
        String version = element.text("version");
        if (!version.equals("1")) {
            throw element.error("version has to be 1, not '" + version + "': it is the one version of the process that this release"
                    + " knows. Write 'version: 1', or use the release of liquibase-orgscope that knows it.");
        }
    }

    private List<TableDeclaration> tables(YamlElement element) {
        List<TableDeclaration> tables = new ArrayList<>();
        Map<TableName, Integer> seen = new HashMap<>();
        for (YamlElement item : element.isNull() ? List.<YamlElement>of() : element.items("tables")) {
            TableDeclaration table = table(item);
            Integer first = seen.put(table.name(""), table.line());
            if (first != null) {
                throw item.error("The table " + table.table() + " is listed twice, first in line " + first
                        + ". Put everything about it into one entry.");
            }
            tables.add(table);
        }
        if (tables.isEmpty()) {
            throw element.error("tables is empty: name at least one table. If orgscope-plan wrote only questions, answer one and take away its '#',"
                    + " or plan again without --spec.");
        }
        return List.copyOf(tables);
    }

    private TableDeclaration table(YamlElement element) {
        Map<String, YamlElement> fields = element.fields("an entry of tables", TABLE);
        if (!fields.containsKey("table")) {
            throw element.error("An entry of tables needs 'table:', the table's name.");
        }
        String name = fields.get("table").name("table");
        String tableSchema = name(fields, "schema", schema);
        if (new TableName(tableSchema == null ? "" : tableSchema, name)
                .equals(new TableName(organizationSchema == null ? "" : organizationSchema, organizationTable))) {
            throw fields.get("table").error("The organizations themselves have no organization. Take " + name + " out of tables.");
        }
        if (!fields.containsKey("route")) {
            throw element.error("The table " + name + " needs a route: how does a row find its organization? For example"
                    + " route: user_id -> users.default_organization_id. orgscope-plan proposes routes.");
        }
        otherwise(fields.get("otherwise"));
        YamlElement index = fields.get("index");
        if (index != null && index.isBoolean() && !index.isFalse()) {
            throw index.error("index takes the index's name, or false for none. Leave it out for the default.");
        }
        boolean indexed = index == null || !index.isFalse();
        return new TableDeclaration(lines(element, fields), tableSchema, name, name(fields, "column", column),
                Routes.read(fields.get("route")), unique(fields.get("unique")),
                index == null || !indexed ? null : index.name("index"), indexed, name(fields, "foreignKey", null),
                onDelete(fields.get("onDelete")), moves(fields.get("moves"), moves), tuning(fields, tuning), IsolationReader.table(fields.get("isolation"), isolation),
                distributed(fields.get("distribute"), distributed));
    }

    private static TableDeclaration.Lines lines(YamlElement element, Map<String, YamlElement> fields) {
        Map<String, Integer> keys = new HashMap<>();
        fields.forEach((key, value) -> keys.put(key, value.line()));
        return new TableDeclaration.Lines(element.line(), Map.copyOf(keys),
                fields.get("route").oneOrMore("route").stream().map(YamlElement::line).toList());
    }

    private static OnDelete onDelete(YamlElement element) {
        if (element == null) {
            return OnDelete.CASCADE;
        }
        String word = element.text("onDelete");
        if (Set.of("set null", "set default").contains(word)) {
            throw element.error("onDelete: " + word + " would remove the organization of rows, and the column is NOT NULL. Choose one of "
                    + String.join(", ", new TreeSet<>(OnDelete.words())) + ".");
        }
        return OnDelete.of(element.oneOf("onDelete", OnDelete.words()));
    }

    private static Moves moves(YamlElement element, Moves fallback) {
        return element == null ? fallback : Moves.of(element.oneOf("moves", Moves.words()));
    }

    private static boolean distributed(YamlElement element, boolean fallback) {
        return element == null ? fallback : element.oneOf("distribute", DISTRIBUTE).equals("citus");
    }

    private static void otherwise(YamlElement element) {
        if (element != null && element.oneOf("otherwise", Set.of("halt", "quarantine")).equals("quarantine")) {
            throw element.error("'otherwise: quarantine' is not offered: a row that is moved away is missing for the application and for every row that"
                    + " references it (docs/decisions/0004-no-quarantine.md). Write 'otherwise: halt': update lists the rows without an organization,"
                    + " and a further route can give them one.");
        }
    }

    private static List<TableDeclaration.UniqueIndex> unique(YamlElement element) {
        if (element == null) {
            return List.of();
        }
        List<TableDeclaration.UniqueIndex> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlElement item : element.oneOrMore("unique")) {
            TableDeclaration.UniqueIndex unique = uniqueIndex(item);
            if (unique.replaces() != null && !seen.add(unique.replaces())) {
                throw item.error("The index " + unique.replaces() + " is replaced twice. Keep one of the two entries.");
            }
            all.add(unique);
        }
        return List.copyOf(all);
    }

    private static TableDeclaration.UniqueIndex uniqueIndex(YamlElement item) {
        Map<String, YamlElement> fields = item.fields("an entry of unique", UNIQUE);
        List<String> columns = fields.containsKey("columns")
                ? fields.get("columns").items("columns").stream().map(OrgScopeFileReader::uniqueColumn).toList() : List.of();
        String replaces = name(fields, "replaces", null);
        if (replaces == null && columns.isEmpty()) {
            throw item.error("An entry of unique needs 'replaces:', the unique index that it replaces, or 'columns:'.");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw fields.get("columns").error("A column is listed twice in columns. Keep one of the two.");
        }
        return new TableDeclaration.UniqueIndex(item.line(), replaces, name(fields, "name", null), columns);
    }

    /** The changes have the columns as one text, separated by commas. */
    private static String uniqueColumn(YamlElement element) {
        String name = element.name("a column");
        if (name.contains(",")) {
            throw element.error("A column whose name holds a comma cannot be in a scoped unique index: " + name + ".");
        }
        return name;
    }

    /** The values of the fields, else the inherited ones. */
    private static Map<String, String> tuning(Map<String, YamlElement> fields, Map<String, String> inherited) {
        Map<String, String> tuning = new LinkedHashMap<>(inherited);
        fields.forEach((key, value) -> {
            if (TUNING.contains(key)) {
                String text = value.text(key);
                tuning.put(key, text);
                require(value, () -> Tuning.require(key, text));
            }
        });
        // The two may come from the table and from the file. Whoever gives the second one gets the error.
        for (String key : List.of("lockDeadline", "lockTimeout")) {
            if (fields.containsKey(key)) {
                require(fields.get(key), () -> Tuning.requireLocks(tuning));
            }
        }
        return tuning;
    }

    private static void require(YamlElement value, Runnable check) {
        try {
            check.run();
        } catch (OrgScopeException wrong) {
            throw value.error(wrong.getMessage());
        }
    }

    private static String name(Map<String, YamlElement> fields, String key, String fallback) {
        return fields.containsKey(key) ? fields.get(key).name(key) : fallback;
    }
}
