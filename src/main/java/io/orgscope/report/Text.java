package io.orgscope.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text safe for the place where it is shown. */
public final class Text {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern PLAIN_YAML = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./ >()-]*");
    private static final Pattern YAML_WORD = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");
    private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*{}\\[\\]<#|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^>)");

    private Text() {
    }

    /**
     * The text on one line, without characters that control a terminal. The name of a table may contain escape
     * sequences and line breaks.
     */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Text::hidden)) {
            return text;
        }
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

    /** The text for HTML, in an element or in a quoted attribute. */
    public static String html(String text) {
        return line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text for Markdown on one line, without characters that have a meaning in Markdown or HTML. */
    public static String markdown(String text) {
        return MARKDOWN.matcher(line(text)).replaceAll("\\\\$1").replace("&", "&amp;");
    }

    /** The text as inline code in Markdown, with any number of back quotes in it. */
    public static String markdownCode(String text) {
        String shown = line(text);
        String fence = "`";
        while (shown.contains(fence)) {
            fence += "`";
        }
        String padding = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + padding + shown + padding + fence;
    }

    /** The lines as a block of code in Markdown, with any number of back quotes in them. */
    public static String markdownBlock(String language, String lines) {
        String fence = "```";
        while (lines.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + lines.stripTrailing() + "\n" + fence + "\n";
    }

    /**
     * SQL without characters in its quoted identifiers that control a terminal or end the line. They are escaped by
     * their code point.
     */
    public static String sql(String statements) {
        StringBuilder shown = new StringBuilder();
        Matcher name = QUOTED.matcher(statements);
        while (name.find()) {
            boolean hides = name.group().codePoints().anyMatch(Text::hidden);
            name.appendReplacement(shown, Matcher.quoteReplacement(hides ? unicode(name.group()) : name.group()));
        }
        return name.appendTail(shown).toString();
    }

    private static String unicode(String quoted) {
        StringBuilder escaped = new StringBuilder("U&");
        quoted.codePoints().forEach(c -> escaped.append(c == '\\' ? "\\\\" : hidden(c) ? String.format("\\+%06x", c) : Character.toString(c)));
        return escaped.toString();
    }

    /**
     * The text as one YAML scalar, for block and flow style. It is plain if YAML reads it as the same string, else in
     * double quotes.
     */
    public static String yaml(String text) {
        boolean plain = PLAIN_YAML.matcher(text).matches() && !text.endsWith(" ") && !YAML_WORD.matcher(text).matches();
        return plain ? text : Json.write(text).strip();
    }
}
