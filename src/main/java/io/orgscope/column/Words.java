package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.route.Organizations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the words of {@link SharedStatements}. The number of words depends on the table, such as one for each route. */
final class Words {

    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, String> common = new HashMap<>();

    /** A word for this SQL, as it stands in a template. If the name is taken by other SQL, the word has a number. */
    String word(String name, String sql) {
        String word = name;
        for (int i = 2; own.containsKey(word) && !own.get(word).equals(sql); i++) {
            word = name + i;
        }
        own.put(word, sql);
        return "{" + word + "}";
    }

    /** A word whose SQL is the same for most tables. It becomes part of the template, unless it could be taken for a word. */
    void common(String name, String sql) {
        if (sql.indexOf('{') < 0) {
            common.put(name, sql);
        } else {
            own.put(name, sql);
        }
    }

    /** The organizations and their key, for the templates that read them. */
    void organizations(Organizations organizations) {
        common("organizations", organizations.table().sql());
        common("organizationsKey", Identifier.quote(organizations.key()));
    }

    /** The template, after those of these words that it has got their SQL. */
    String in(String template, Map<String, String> sql) {
        new TreeMap<>(sql).forEach((name, value) -> {
            if (template.contains("{" + name + "}") && !common.containsKey(name)) {
                word(name, value);
            }
        });
        return template;
    }

    /**
     * The statements with these words.
     *
     * @param source null if they have none
     */
    SharedStatements statements(String name, List<String> statements, String source) {
        return new SharedStatements(name, statements.stream().map(this::withCommon).toList(), source == null ? null : withCommon(source), own);
    }

    private String withCommon(String template) {
        return SqlTemplate.partly(template, common);
    }
}
