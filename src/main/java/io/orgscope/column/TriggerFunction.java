package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.TableName;
import io.orgscope.step.ScriptStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function of ours that triggers call. It runs with the rights of its owner, because the application may not have the
 * right to read or write what the function does. So nobody else may call it, and its search_path is fixed. If row
 * security is forced on the owner, its queries fail (42501), because a policy could hide rows from them.
 *
 * <p>The functions of most tables are the same but for some words. A live run fills them in. A script has the common
 * text once, as a procedure, and calls it with the words of each table.
 *
 * @param name       what the procedure of a script is called
 * @param statements templates of the statements that make the function and its triggers. {@code {source}} is the source
 *                   as a literal
 * @param source     a template of the source. Names of the table's own are in words only
 * @param words      the SQL of each word
 */
record TriggerFunction(String name, List<String> statements, String source, Map<String, String> words) {

    /** The search_path of a function that uses no type of another schema. */
    static final String SEARCH_PATH = "pg_catalog, pg_temp";

    private static final String SOURCE = "source";

    /** The width of a line with several words in a script. */
    private static final int WIDTH = 150;

    /** The statements that create or replace a function, as templates. */
    static List<String> create(String searchPath) {
        return create(searchPath, "");
    }

    /**
     * The same for a function with long queries that read few rows. PostgreSQL would plan such a query for each call if
     * its general plan has higher costs, and the planning takes longer than the query.
     */
    static List<String> createPlannedOnce(String searchPath) {
        return create(searchPath, " SET plan_cache_mode = force_generic_plan");
    }

    private static List<String> create(String searchPath, String settings) {
        return List.of("CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = " + searchPath
                + " SET row_security = off" + settings + " AS {" + SOURCE + "}", "REVOKE ALL ON FUNCTION {function}() FROM PUBLIC");
    }

    /** The statements that create or replace a function that has nothing in common with those of other tables. */
    static List<String> create(TableName name, String body) {
        return new TriggerFunction("", create(SEARCH_PATH), "{body}", Map.of("function", name.sql(), "body", body)).live();
    }

    /** The source with its words. */
    String body() {
        return filled(source, words);
    }

    /** The statements of a live run. */
    List<String> live() {
        Map<String, String> all = new HashMap<>(words);
        all.put(SOURCE, Literal.dollar(body()));
        return statements.stream().map(statement -> filled(statement, all)).toList();
    }

    private static String filled(String template, Map<String, String> words) {
        return new SqlTemplate(template, words.keySet()).fill(words);
    }

    /** The statement of a script. */
    ScriptStatement script() {
        String together = "\n" + String.join(";\n", statements) + ";\n";
        String body = "BEGIN\n  EXECUTE pg_temp.orgscope_filled_in(" + Literal.dollar(together) + ", words || ARRAY['" + SOURCE
                + "', pg_catalog.quote_literal(pg_temp.orgscope_filled_in(" + Literal.dollar(source) + ", words))]);\nEND\n";
        return procedures -> procedures.function(name, "words text[]", body).call("ARRAY[" + String.join(",\n    ", lines()) + "]");
    }

    /** The words as pairs, several on a line. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (Map.Entry<String, String> word : words.entrySet()) {
            String pair = "['" + word.getKey() + "', " + literal(word.getValue()) + "]";
            if (!line.isEmpty() && line.length() + pair.length() > WIDTH) {
                lines.add(line);
                line = pair;
            } else {
                line += line.isEmpty() ? pair : ", " + pair;
            }
        }
        lines.add(line);
        return lines;
    }

    private static String literal(String sql) {
        return sql.contains("'") ? Literal.dollar(sql) : Literal.of(sql);
    }
}
