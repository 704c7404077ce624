package io.orgscope.postgres;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL with named variable parts: {@code SELECT {key} FROM {table}}. With quotes, {@code {'table'}}, it is the part as a
 * literal.
 */
public final class SqlTemplate {

    private static final Pattern WORD = Pattern.compile("\\{('?)(\\w+)\\1}");

    private final String text;

    /**
     * A template.
     *
     * @param known the names that it may have
     * @throws IllegalArgumentException for another name
     */
    public SqlTemplate(String text, Collection<String> known) {
        this.text = text;
        for (String word : words()) {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("Unknown word in a template: " + word);
            }
        }
    }

    /** The text with its words. */
    public String text() {
        return text;
    }

    /** The names in it. */
    public Set<String> words() {
        return WORD.matcher(text).results().map(word -> word.group(2)).collect(Collectors.toUnmodifiableSet());
    }

    /** The query. Names in the inserted SQL are not replaced. */
    public String fill(UnaryOperator<String> sqlOfWord) {
        return WORD.matcher(text).replaceAll(word -> {
            String sql = sqlOfWord.apply(word.group(2));
            return Matcher.quoteReplacement(word.group(1).isEmpty() ? sql : Literal.of(sql));
        });
    }

    /** {@link #fill(Map)}, but names that are not in the map stay. The result is a template with fewer words. */
    public String partly(Map<String, String> sqlOfWord) {
        return partly(text, sqlOfWord);
    }

    /** {@link #partly(Map)} for a text that is no template yet. */
    public static String partly(String text, Map<String, String> sqlOfWord) {
        return WORD.matcher(text).replaceAll(word -> {
            String sql = sqlOfWord.get(word.group(2));
            return Matcher.quoteReplacement(sql == null ? word.group() : word.group(1).isEmpty() ? sql : Literal.of(sql));
        });
    }

    /** {@link #fill(UnaryOperator)} with the SQL of each name in a map. */
    public String fill(Map<String, String> sqlOfWord) {
        return fill(word -> Objects.requireNonNull(sqlOfWord.get(word), word));
    }
}
