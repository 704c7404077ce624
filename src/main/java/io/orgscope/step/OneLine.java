package io.orgscope.step;

/** Any text as one line, and back. A backslash, a line feed and a carriage return become two characters each. */
public final class OneLine {

    private OneLine() {
    }

    /** The text on one line. */
    public static String fold(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** {@link #fold} as an SQL expression over an SQL expression. */
    static String foldSql(String expression) {
        return "pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(" + expression
                + ", E'\\\\', E'\\\\\\\\'), E'\\n', E'\\\\n'), E'\\r', E'\\\\r')";
    }

    /** The text of {@link #fold}. */
    public static String unfold(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
