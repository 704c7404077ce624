package io.orgscope.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of the file that takes part in its isolation. The steps have the list of these tables as one text.
 *
 * @param schema    null for the database's default schema
 * @param composite whether references to it include the organization. The text says so only if they do not
 * @param rows      whether it has row security. The text says so only if it has none
 */
public record IsolatedTable(String schema, String table, String column, boolean composite, boolean rows) {

    private static final String SINGLE = "single";
    private static final String NONE = "none";
    private static final Set<String> FIELDS = Set.of("schema", "table", "column", "references", "rows");

    /** A table with row security, or one for a step that does not ask. */
    public IsolatedTable(String schema, String table, String column, boolean composite) {
        this(schema, table, column, composite, true);
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws SpecException if it cannot be read
     */
    public static List<IsolatedTable> parse(String what, String text) {
        return text == null ? List.of() : YamlElement.read(what, text, UnaryOperator.identity()).items(what).stream().map(item -> {
            Map<String, YamlElement> fields = item.fields("an entry of " + what, FIELDS);
            for (String key : List.of("table", "column")) {
                if (!fields.containsKey(key)) {
                    throw item.error("An entry of " + what + " needs '" + key + ":'.");
                }
            }
            return new IsolatedTable(fields.containsKey("schema") ? fields.get("schema").name("schema") : null,
                    fields.get("table").name("table"), fields.get("column").name("column"),
                    !fields.containsKey("references") || !fields.get("references").oneOf("references", IsolationReader.REFERENCES).equals(SINGLE),
                    !fields.containsKey("rows") || !fields.get("rows").oneOf("rows", Set.of(NONE)).equals(NONE));
        }).toList();
    }

    /** For step 11, which does not ask for row security. */
    static IsolatedTable references(TableDeclaration table) {
        return new IsolatedTable(table.schema(), table.table(), table.column(), table.isolation().composite());
    }

    /** For step 13. */
    static IsolatedTable of(TableDeclaration table) {
        return new IsolatedTable(table.schema(), table.table(), table.column(), table.isolation().composite(), table.isolation().bindsRows());
    }

    static String format(List<IsolatedTable> tables) {
        return tables.stream().map(table -> "- {" + (table.schema == null ? "" : "schema: " + Routes.quoted(table.schema) + ", ")
                + "table: " + Routes.quoted(table.table) + ", column: " + Routes.quoted(table.column)
                + (table.composite ? "" : ", references: " + SINGLE)
                + (table.rows ? "" : ", rows: " + NONE) + "}").collect(Collectors.joining("\n"));
    }
}
