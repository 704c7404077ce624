package io.orgscope.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in lines of limited width. Text for people is broken at spaces, and within a word that is too long. YAML and SQL
 * are broken only where that does not change their meaning.
 */
public final class LineWidth {

    /** The most columns that a report on a terminal has. */
    public static final int COLUMNS = 120;

    /** Characters after which a word is best broken. */
    private static final String SEAMS = "_.-/,:;|";

    /** Below this, no character is a mark or wide. */
    private static final int FIRST_MARK = 0x300;

    private LineWidth() {
    }

    /** The text in lines of at most {@code width} columns. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" ")) {
            if (current.length() > 0 && of(current) + 1 + of(word) > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.length() > 0 ? " " : "").append(word);
            while (of(current) > width) {
                int at = cut(current, width);
                lines.add(current.substring(0, at));
                current.delete(0, at);
            }
        }
        lines.add(current.toString());
        return lines;
    }

    /** Where to break a word: after the last of these characters that fits, unless that leaves less than half a line. */
    private static int cut(CharSequence word, int width) {
        int columns = 0;
        int end = 0;
        int seam = 0;
        while (end < word.length()) {
            int c = Character.codePointAt(word, end);
            columns += columns(c);
            if (columns > width && end > 0) {
                break;
            }
            end += Character.charCount(c);
            seam = SEAMS.indexOf(c) >= 0 ? end : seam;
        }
        return seam > end / 2 ? seam : end;
    }

    /** The number of terminal columns that the text takes. */
    public static int of(CharSequence text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            columns += columns(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    private static int columns(int c) {
        if (c < FIRST_MARK) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6 || c >= 0x1f300 && c <= 0x1faff || c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }

    /** Lines of YAML as this project writes it: plain and double-quoted scalars, each on one line. */
    public static List<String> yaml(String lines, int width) {
        return lines.lines().flatMap(line -> new YamlLine(line).within(width).stream()).toList();
    }

    /** SQL statements, broken where SQL has white space or may have it. */
    public static List<String> sql(String lines, int width) {
        return lines.lines().flatMap(line -> sqlLine(line, width).stream()).toList();
    }

    private static List<String> sqlLine(String line, int width) {
        List<String> broken = new ArrayList<>();
        String rest = line;
        while (of(rest) > width) {
            int at = sqlBreak(rest, width);
            if (at <= 0) {
                break;
            }
            broken.add(rest.substring(0, at).stripTrailing());
            rest = "    " + rest.substring(at).stripLeading();
        }
        broken.add(rest);
        return broken;
    }

    /** The last place within the width between two tokens, else the first one; 0 if there is none. */
    private static int sqlBreak(String line, int width) {
        int start = line.length() - line.stripLeading().length();
        char quote = 0;
        int best = 0;
        for (int i = start + 1; i < line.length(); i++) {
            char before = line.charAt(i - 1);
            boolean opens = quote == 0 && (before == '"' || before == '\'');
            quote = opens ? before : quote == before ? 0 : quote;
            boolean place = quote == 0 && (line.charAt(i) == ' ' || line.charAt(i) == '.' || before == '(');
            if (place && (best == 0 || of(line.substring(0, i)) <= width)) {
                best = i;
            }
        }
        return best;
    }
}
