package io.orgscope.report;

import java.util.ArrayList;
import java.util.List;

/** Text made safe for where it is shown. */
public final class Text {

    private Text() {
    }

    /**
     * The text on one line, with nothing in it that a terminal obeys: a table may be called anything, escape sequences
     * and line breaks included.
     */
    public static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (hidden(c)) {
                        shown.append(String.format("\\u%04x", c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                }
            }
        });
        return shown.toString();
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The text in lines of at most {@code width} characters, broken at spaces; a longer word stays whole. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" ")) {
            if (current.length() > 0 && length(current) + 1 + length(word) > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.length() > 0 ? " " : "").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    static int length(CharSequence text) {
        return text.toString().codePointCount(0, text.length());
    }

    /** The text for HTML, in an element or in a quoted attribute. */
    public static String html(String text) {
        return line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** As {@link #html}, for {@code <pre>}: line breaks stay. */
    public static String htmlLines(String text) {
        return String.join("\n", text.lines().map(Text::html).toList());
    }

    /** The text for Markdown, on one line, with nothing in it that Markdown or HTML in it obeys. */
    public static String markdown(String text) {
        return line(text).replaceAll("([\\\\`*{}\\[\\]<#|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^>)", "\\\\$1").replace("&", "&amp;");
    }

    /** The text as inline code in Markdown, whatever back quotes it holds. */
    public static String markdownCode(String text) {
        String shown = line(text);
        String fence = "`";
        while (shown.contains(fence)) {
            fence += "`";
        }
        String padding = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + padding + shown + padding + fence;
    }

    /** The lines as a block of code in Markdown, whatever back quotes they hold. */
    public static String markdownBlock(String language, String lines) {
        String fence = "```";
        while (lines.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + lines.stripTrailing() + "\n" + fence + "\n";
    }

    /**
     * The text as one YAML scalar, for block and flow style alike: plain where it is surely read back as the same
     * string, else between double quotes.
     */
    public static String yaml(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_./ >()-]*") && !text.endsWith(" ")
                && !text.matches("(?i)null|true|false|yes|no|on|off|y|n");
        return plain ? text : Json.write(text).strip();
    }
}
