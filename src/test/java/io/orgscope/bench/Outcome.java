package io.orgscope.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of one contender.
 *
 * @param measures what was measured, by name; a measure that does not apply is missing
 * @param steps    milliseconds of each of Liquibase's change sets
 * @param stalls   the longest stall in each tenth of a second, in milliseconds
 * @param failure  why it did not finish, or empty
 */
record Outcome(int rows, String contender, int run, Map<Measure, Double> measures, Map<String, Double> steps, double[] stalls,
        String failure) {

    double get(Measure measure) {
        return measures.getOrDefault(measure, Double.NaN);
    }

    String line() {
        return String.join("\t", String.valueOf(rows), contender, String.valueOf(run), text(measures), text(steps),
                Arrays.stream(stalls).mapToObj(stall -> String.valueOf(Math.round(stall * 10) / 10.0)).collect(Collectors.joining(",")),
                failure.replaceAll("\\s+", " "));
    }

    static Outcome parse(String line) {
        String[] parts = line.split("\t", -1);
        Map<Measure, Double> measures = new LinkedHashMap<>();
        map(parts[3]).forEach((name, value) -> measures.put(Measure.valueOf(name), value));
        double[] stalls = parts[5].isEmpty() ? new double[0]
                : Arrays.stream(parts[5].split(",")).mapToDouble(Double::parseDouble).toArray();
        return new Outcome(Integer.parseInt(parts[0]), parts[1], Integer.parseInt(parts[2]), measures, map(parts[4]), stalls, parts[6]);
    }

    private static String text(Map<?, Double> map) {
        return map.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(";"));
    }

    private static Map<String, Double> map(String text) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(";")) {
            int equals = entry.lastIndexOf('=');
            map.put(entry.substring(0, equals), Double.valueOf(entry.substring(equals + 1)));
        }
        return map;
    }
}
