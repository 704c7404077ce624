package io.orgscope.column;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of an {@link io.orgscope.postgres.SqlTemplate} whose number depends on the table, such as one for each route. */
final class Words {

    private final Map<String, String> sqlOfWord = new LinkedHashMap<>();

    /**
     * A word for this SQL, as it stands in the template. If the name is taken by other SQL, the word has a number.
     */
    String word(String name, String sql) {
        String word = name;
        for (int i = 2; sqlOfWord.containsKey(word) && !sqlOfWord.get(word).equals(sql); i++) {
            word = name + i;
        }
        sqlOfWord.put(word, sql);
        return "{" + word + "}";
    }

    /** The SQL itself if it is what most tables have, else a word for it. */
    String unless(String usual, String name, String sql) {
        return sql.equals(usual) ? usual : word(name, sql);
    }

    Map<String, String> sqlOfWord() {
        return sqlOfWord;
    }
}
