package io.orgscope.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A packaged step. It is read once; its {@code ${orgscope.…}} are replaced for each table. */
final class Template {

    private static final String FOLDER = "changelogs/orgscope/v1/";
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{orgscope\\.(\\w+)}");
    private static final Map<String, Template> READ = new ConcurrentHashMap<>();

    private final List<Object> content;

    private Template(List<Object> content) {
        this.content = content;
    }

    static String path(String step) {
        return FOLDER + step + ".yaml";
    }

    static Template of(String step) {
        return READ.computeIfAbsent(step, Template::read);
    }

    @SuppressWarnings("unchecked")
    private static Template read(String step) {
        try (InputStream in = Template.class.getResourceAsStream("/" + path(step))) {
            Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Template((List<Object>) root.get("databaseChangeLog"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The content with its parameters replaced. A parameter without a value becomes empty, which means that it is not set. */
    @SuppressWarnings("unchecked")
    List<Object> with(Map<String, String> values) {
        return (List<Object>) replaced(content, values);
    }

    private static Object replaced(Object node, Map<String, String> values) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, replaced(value, values)));
            return copy;
        }
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(replaced(item, values)));
            return copy;
        }
        if (node instanceof String text) {
            Matcher whole = PARAMETER.matcher(text);
            if (whole.matches()) {
                // The same text for every table. It may be long.
                return values.get(whole.group(1)) == null ? "" : values.get(whole.group(1));
            }
            return PARAMETER.matcher(text).replaceAll(match ->
                    Matcher.quoteReplacement(values.get(match.group(1)) == null ? "" : values.get(match.group(1))));
        }
        return node;
    }
}
