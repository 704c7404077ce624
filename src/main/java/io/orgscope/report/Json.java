package io.orgscope.report;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Maps, lists, strings, numbers, booleans and null as JSON, indented by two spaces. Keys keep the order of their map.
 */
public final class Json {

    private final StringBuilder out = new StringBuilder();

    private Json() {
    }

    /** An object with these members, in this order. It may get more. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /**
     * The value as a JSON text that ends in a line break.
     *
     * @throws IllegalArgumentException for an object that has no form in JSON
     */
    public static String write(Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.out.append('\n').toString();
    }

    /** The value as JSON on one line, without unnecessary spaces. */
    public static String compact(Object value) {
        Json json = new Json();
        json.value(value, null);
        return json.out.toString();
    }

    private void value(Object value, String indent) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number.doubleValue());
        } else if (value instanceof Map<?, ?> map) {
            members(map, indent);
        } else if (value instanceof Iterable<?> list) {
            array(list, indent);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            string(value.toString());
        } else {
            throw new IllegalArgumentException("JSON has no form for a " + value.getClass().getName());
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else {
            out.append(number);
        }
    }

    private void members(Map<?, ?> map, String indent) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(line(indent));
            string(entry.getKey().toString());
            out.append(indent == null ? ":" : ": ");
            value(entry.getValue(), deeper(indent));
            out.append(entries.hasNext() ? "," : indent == null ? "" : indent);
        }
        out.append('}');
    }

    private void array(Iterable<?> list, String indent) {
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            out.append(line(indent));
            value(items.next(), deeper(indent));
            out.append(items.hasNext() ? "," : indent == null ? "" : indent);
        }
        out.append(']');
    }

    /** The beginning of a line, one level deeper than {@code indent}; nothing if there are no lines. */
    private static String line(String indent) {
        return indent == null ? "" : indent + "  ";
    }

    private static String deeper(String indent) {
        return indent == null ? null : indent + "  ";
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (unsafe(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Control characters, single surrogates, and line ends that JSON allows but JavaScript or YAML does not. */
    private static boolean unsafe(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            boolean pair = Character.isHighSurrogate(c)
                    ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                    : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
            return !pair;
        }
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufeff' || c >= '\ufffe';
    }
}
