package io.orgscope.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A unique key without the organization. A rollback builds its index again.
 *
 * @param schema   null for the database's default schema
 * @param replaces the index or constraint of the old key
 * @param index    the scoped index that replaced it
 */
public record OldKey(String schema, String table, String column, String replaces, String index) {

    private static final Set<String> FIELDS = Set.of("schema", "table", "column", "replaces", "index");

    /** Every step of the contract has the same text. It is long if there are many tables. */
    private static volatile Parsed lastParsed;

    private record Parsed(String text, List<OldKey> keys) {
    }

    /** The old keys of all tables of a file. */
    static List<OldKey> of(OrgScopeFile file) {
        return file.tables().stream().flatMap(table -> table.unique().stream().filter(unique -> unique.replaces() != null)
                .map(unique -> new OldKey(table.schema(), table.table(), table.column(), unique.replaces(), table.indexName(unique)))).toList();
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws SpecException if it cannot be read
     */
    public static List<OldKey> parse(String text) {
        if (text == null) {
            return List.of();
        }
        Parsed last = lastParsed;
        if (last == null || !last.text.equals(text)) {
            last = new Parsed(text, read(text));
            lastParsed = last;
        }
        return last.keys;
    }

    private static List<OldKey> read(String text) {
        return YamlElement.read("oldKeys", text, UnaryOperator.identity()).items("oldKeys").stream().map(item -> {
            Map<String, YamlElement> fields = item.fields("an entry of oldKeys", FIELDS);
            return new OldKey(fields.containsKey("schema") ? fields.get("schema").text("schema") : null,
                    required(item, fields, "table"), required(item, fields, "column"), required(item, fields, "replaces"),
                    required(item, fields, "index"));
        }).toList();
    }

    private static String required(YamlElement item, Map<String, YamlElement> fields, String key) {
        if (!fields.containsKey(key)) {
            throw item.error("An entry of oldKeys needs '" + key + ":'.");
        }
        return fields.get(key).text(key);
    }

    static String format(List<OldKey> keys) {
        return keys.stream().map(key -> "- {" + (key.schema == null ? "" : "schema: " + Routes.quoted(key.schema) + ", ")
                + "table: " + Routes.quoted(key.table) + ", column: " + Routes.quoted(key.column) + ", replaces: "
                + Routes.quoted(key.replaces) + ", index: " + Routes.quoted(key.index) + "}").collect(Collectors.joining("\n"));
    }
}
