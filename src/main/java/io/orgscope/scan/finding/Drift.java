package io.orgscope.scan.finding;

import io.orgscope.postgres.OrgScopeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The differences to an earlier report.
 *
 * @param since   the time of that report
 * @param added   findings that it did not have
 * @param fixed   findings that only it had
 * @param changed findings and tables that have changed, each as a sentence
 */
public record Drift(String since, List<Line> added, List<Line> fixed, List<Line> changed) {

    private static final int MAX_CHARACTERS = 200 * 1024 * 1024;

    /** One difference. */
    public record Line(String severity, String rule, String table, String object, String message) {

        /** The identity of the finding in both reports. */
        public String key() {
            return rule + "|" + table + "|" + object;
        }
    }

    /**
     * Compares with the JSON of an earlier scan.
     *
     * @param source its name, for messages
     */
    public static Drift between(String source, String earlier, Map<String, Object> now) {
        Map<String, Object> before = read(source, earlier);
        Map<String, Line> old = findings(before);
        Map<String, Line> current = findings(now);
        List<Line> changed = new ArrayList<>();
        current.forEach((key, line) -> {
            Line was = old.get(key);
            if (was != null && !was.equals(line)) {
                changed.add(new Line(line.severity(), line.rule(), line.table(), line.object(),
                        line.message() + " Before: " + was.message()
                                + (was.severity().equals(line.severity()) ? "" : " (" + was.severity() + ")")));
            }
        });
        changed.addAll(states(tables(before), tables(now)));
        return new Drift(String.valueOf(before.get("scannedAt")),
                current.entrySet().stream().filter(entry -> !old.containsKey(entry.getKey())).map(Map.Entry::getValue).toList(),
                old.entrySet().stream().filter(entry -> !current.containsKey(entry.getKey())).map(Map.Entry::getValue).toList(),
                List.copyOf(changed));
    }

    private static List<Line> states(Map<String, String> before, Map<String, String> now) {
        List<Line> lines = new ArrayList<>();
        now.forEach((table, state) -> {
            String was = before.get(table);
            if (!state.equals(was)) {
                lines.add(new Line("", "", table, "", was == null ? "New table: " + state + "." : "Was " + was + ", is " + state + "."));
            }
        });
        before.keySet().stream().filter(table -> !now.containsKey(table))
                .forEach(table -> lines.add(new Line("", "", table, "", "The table is gone.")));
        return lines;
    }

    private static Map<String, Object> read(String source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        try {
            Object value = new Yaml(new SafeConstructor(options)).load(text);
            if (value instanceof Map<?, ?> map && map.get("findings") instanceof List<?> && map.get("tables") instanceof List<?>) {
                Map<String, Object> report = new LinkedHashMap<>();
                map.forEach((key, entry) -> report.put(String.valueOf(key), entry));
                return report;
            }
        } catch (YAMLException broken) {
            throw new OrgScopeException(source + " is not JSON: " + broken.getMessage(), broken);
        }
        throw new OrgScopeException(source + " is not a report of orgscope-scan. Give a file that --format json wrote.");
    }

    private static Map<String, Line> findings(Map<String, Object> report) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Object item : (List<?>) report.get("findings")) {
            Map<?, ?> finding = (Map<?, ?>) item;
            if (finding.get("references") instanceof List<?> references) {
                references.forEach(reference -> add(lines, finding, (Map<?, ?>) reference));
            } else {
                add(lines, finding, finding);
            }
        }
        return lines;
    }

    /** One line for each reference, so that a reference that is added to a table or fixed is one difference. */
    private static void add(Map<String, Line> lines, Map<?, ?> finding, Map<?, ?> part) {
        lines.put(text(finding, "id") + (part == finding ? "" : text(part, "object")), new Line(text(finding, "severity"),
                text(finding, "rule"), text(finding, "table"), text(part, "object"), text(part, "message")));
    }

    private static Map<String, String> tables(Map<String, Object> report) {
        Map<String, String> states = new LinkedHashMap<>();
        for (Object item : (List<?>) report.get("tables")) {
            Map<?, ?> table = (Map<?, ?>) item;
            states.put(text(table, "name"), text(table, "state"));
        }
        return states;
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
