package io.orgscope.postgres;

import java.util.regex.Matcher;

/** Text as an SQL literal. It is used only for SQL that cannot have bound values: DDL, function bodies, scripts. */
public final class Literal {

    private Literal() {
    }

    /** The text as a literal that is correct under every value of {@code standard_conforming_strings}. */
    public static String of(String text) {
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : " E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /**
     * SQL of the user whose literals are correct under every value of {@code standard_conforming_strings}: a backslash in one has no meaning.
     *
     * @param sql may be null
     */
    public static String portable(String sql) {
        return sql == null || sql.indexOf('\\') < 0 ? sql : Placeholders.PIECE.matcher(sql).replaceAll(piece -> {
            String text = piece.group();
            boolean plain = text.startsWith("'") && text.indexOf('\\') >= 0 && !sql.substring(0, piece.start()).matches("(?is).*(?:u&|\\bn)");
            return Matcher.quoteReplacement(plain ? of(text.substring(1, text.length() - 1).replace("''", "'")) : text);
        });
    }

    /** {@link #of} on one line, so that nothing in it looks like the end of a statement. */
    public static String oneLine(String text) {
        return text.indexOf('\n') < 0 ? of(text) : " E'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
    }

    /** The text between dollar quotes. Their tag does not occur in the text. */
    public static String dollar(String text) {
        String tag = "$orgscope$";
        for (int i = 1; text.contains(tag); i++) {
            tag = "$orgscope" + i + "$";
        }
        return tag + text + tag;
    }
}
