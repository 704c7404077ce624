package io.orgscope.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes JDBC ignore question marks in SQL of the user, such as jsonb's {@code ?} operator. Otherwise JDBC would read
 * them as parameters.
 */
public final class Placeholders {

    /** A part of the SQL in which JDBC ignores question marks, or a question mark itself. */
    static final Pattern PIECE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_$])[eE]'(?:[^'\\\\]|\\\\.|'')*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$).*?\\1"
                    + "|--[^\\n]*|/\\*.*?\\*/|(\\?)", Pattern.DOTALL);

    private Placeholders() {
    }

    /** The SQL for use in a prepared statement: each question mark outside quotes and comments is doubled. */
    public static String escape(String sql) {
        return PIECE.matcher(sql).replaceAll(piece ->
                Matcher.quoteReplacement(piece.group(2) == null ? piece.group() : "??"));
    }
}
