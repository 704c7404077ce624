package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.ScriptSql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Statements about the triggers of a table. For most tables they are the same but for some words. A live run fills the
 * words in. A script has the common text once, as a function in {@code pg_temp}, and calls it with the words of each
 * table.
 *
 * @param name       the name of that function
 * @param statements templates of the statements. {@code {source}} is the source of a trigger function as a literal
 * @param source     a template of that source; null if the statements have none
 * @param words      the SQL of each word. What belongs to a table is in words only
 */
record SharedStatements(String name, List<String> statements, String source, Map<String, String> words) {

    static final String SOURCE = "source";

    /** The width of a line with several words in a script. */
    private static final int WIDTH = 200;

    /** The source of the trigger function. */
    String body() {
        return new SqlTemplate(source, words.keySet()).fill(words);
    }

    /** The statements of a live run. */
    List<String> live() {
        Map<String, String> all = new HashMap<>(words);
        if (source != null) {
            all.put(SOURCE, Literal.dollar(body()));
        }
        return statements.stream().map(statement -> new SqlTemplate(statement, all.keySet()).fill(all)).toList();
    }

    /** The statement of a script. */
    ScriptSql script() {
        String together = Literal.dollar("\n" + String.join(";\n", statements) + ";\n");
        String all = source == null ? "words" : "words || ARRAY['" + SOURCE + "', pg_catalog.quote_literal(pg_temp.orgscope_filled_in("
                + Literal.dollar(source) + ", words))]";
        String body = "BEGIN\n  -- The words in braces: each call says what stands for them.\n  EXECUTE pg_temp.orgscope_filled_in(" + together + ", " + all + ");\nEND\n";
        return procedures -> procedures.function(name, "words text[]", body).call("ARRAY[" + String.join(",\n    ", lines()) + "]");
    }

    /** The words as pairs, the short ones first. Each is on the first line that has room for it. */
    private List<String> lines() {
        List<String> pairs = words.entrySet().stream().map(word -> "['" + word.getKey() + "', " + literal(word.getValue()) + "]")
                .sorted(Comparator.comparing(pair -> pair.length() > WIDTH / 2)).toList();
        List<String> lines = new ArrayList<>();
        for (String pair : pairs) {
            int line = IntStream.range(0, lines.size()).filter(i -> lines.get(i).length() + pair.length() <= WIDTH).findFirst().orElse(lines.size());
            if (line == lines.size()) {
                lines.add(pair);
            } else {
                lines.set(line, lines.get(line) + ", " + pair);
            }
        }
        return lines;
    }

    private static String literal(String sql) {
        return sql.contains("'") ? Literal.dollar(sql) : Literal.of(sql);
    }
}
