package io.orgscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of YAML, broken into several lines with the same meaning. */
final class YamlLine {

    /** A value without quotes, alone on its line. In quotes it can be broken anywhere. */
    private static final Pattern PLAIN_VALUE = Pattern.compile("(?<before> *(?:- )?(?:\\w+: )?)(?<value>[^ \"'{\\[#].*)");

    private final String line;
    private final String indent;

    YamlLine(String line) {
        this.line = line;
        this.indent = " ".repeat(line.length() - line.stripLeading().length() + 4);
    }

    List<String> within(int width) {
        return line.startsWith("#", start()) ? comment(width) : value(width);
    }

    private int start() {
        return line.length() - line.stripLeading().length();
    }

    /** The text of a comment is broken like a line of YAML, because it may become one later. */
    private List<String> comment(int width) {
        String mark = line.substring(0, start()) + "# ";
        String text = line.substring(start() + 1);
        return new YamlLine(text.startsWith(" ") ? text.substring(1) : text).within(width - LineWidth.of(mark)).stream()
                .map(part -> (mark + part).stripTrailing()).toList();
    }

    private List<String> value(int width) {
        List<String> broken = broken(width);
        Matcher plain = PLAIN_VALUE.matcher(line);
        boolean fits = broken.stream().allMatch(part -> LineWidth.of(part) <= width);
        return fits || !plain.matches() ? broken
                : new YamlLine(plain.group("before") + Json.write(plain.group("value")).strip()).broken(width);
    }

    private List<String> broken(int width) {
        List<String> broken = new ArrayList<>();
        String rest = line;
        boolean quoted = false;
        while (LineWidth.of(rest) > width) {
            Break found = find(rest, width, quoted);
            if (found == null) {
                break;
            }
            broken.add(found.quoted() ? rest.substring(0, found.at()) + "\\" : rest.substring(0, found.at()));
            String after = rest.substring(found.at());
            // At the start of a line in a quoted scalar, white space counts only if it is escaped.
            rest = indent + (!found.quoted() ? after.substring(1) : after.startsWith(" ") ? "\\" + after : after);
            quoted = found.quoted();
        }
        broken.add(rest);
        return broken;
    }

    private record Break(int at, boolean quoted) {
    }

    /** The last place within the width: at a space between words, else, when there is none, inside quotes. */
    private static Break find(String text, int width, boolean quotedBefore) {
        int start = text.length() - text.stripLeading().length();
        boolean quoted = quotedBefore;
        Break space = null;
        Break inside = null;
        int columns = start;
        for (int i = start; i < text.length() && columns < width; ) {
            char c = text.charAt(i);
            if (!quoted && c == ' ' && i > start + 1 && i + 1 < text.length() && text.charAt(i - 1) != ' '
                    && " #".indexOf(text.charAt(i + 1)) < 0) {
                space = new Break(i, false);
            } else if (quoted && c != '"' && i > start + 1) {
                inside = new Break(i, true);
            }
            quoted ^= c == '"';
            int length = quoted && c == '\\' ? escape(text, i) : Character.charCount(text.codePointAt(i));
            columns += LineWidth.of(text.substring(i, i + length));
            i += length;
        }
        return space != null ? space : inside;
    }

    private static int escape(String text, int at) {
        return text.charAt(at + 1) == 'u' ? 6 : 2;
    }
}
