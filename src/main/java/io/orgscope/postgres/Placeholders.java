package io.orgscope.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps JDBC from taking a question mark of the user's SQL, such as jsonb's {@code ?} operator, for a parameter.
 */
public final class Placeholders {

    /** What may hold a question mark that JDBC leaves alone, and the question mark itself. */
    private static final Pattern PIECE = Pattern.compile(
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
