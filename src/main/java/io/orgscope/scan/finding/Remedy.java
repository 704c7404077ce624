package io.orgscope.scan.finding;

import io.orgscope.report.LineWidth;
import io.orgscope.report.Text;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What to do about a finding.
 *
 * @param advice the next step, in a sentence
 * @param file   the place for {@link #lines}
 * @param lines  ready to paste; empty if there is nothing to paste
 */
public record Remedy(String advice, Target file, String lines) {

    /** The end of the line of row security that is for the owner too. */
    public static final String FORCE = ", force: true";

    /** The place for the lines of a remedy. */
    public enum Target {
        /** Under {@code tables:} of the {@code .orgscope.yaml}. */
        SPEC("yaml", "under tables: in your .orgscope.yaml"),
        /** Under {@code orgscope:} of the {@code .orgscope.yaml}, for all tables. */
        ISOLATION("yaml", "under orgscope: in your .orgscope.yaml"),
        /** In the baseline. */
        BASELINE("yaml", "in your baseline"),
        /** SQL for a change set of the user, or to run by hand. */
        SQL("sql", "in a change set of your own");

        private final String language;
        private final String place;

        Target(String language, String place) {
            this.language = language;
            this.place = place;
        }

        /** The language of a code block with the lines, in Markdown. */
        public String language() {
            return language;
        }

        /** Where to paste the lines, as the end of a sentence. */
        public String place() {
            return place;
        }

        /** The lines, broken so that none is wider than that. The meaning stays the same. */
        public List<String> within(String lines, int width) {
            return this == SQL ? LineWidth.sql(lines, width) : LineWidth.yaml(lines, width);
        }
    }

    /** Joins several remedies. A common heading or statement is there once. So is each key of the isolation, with row security for the owner too if one needs it. */
    public static String merged(Target target, Set<String> blocks) {
        if (target == Target.ISOLATION) {
            return isolation(blocks);
        }
        if (target != Target.BASELINE) {
            Set<String> pieces = new LinkedHashSet<>();
            blocks.forEach(block -> pieces.addAll(target == Target.SQL ? List.of(block.split("(?<=;\\n)")) : List.of(block)));
            return String.join("", pieces);
        }
        StringBuilder merged = new StringBuilder();
        for (String heading : List.of("global:\n", "accepted:\n")) {
            List<String> entries = blocks.stream().filter(block -> block.startsWith(heading))
                    .map(block -> block.substring(heading.length())).toList();
            if (!entries.isEmpty()) {
                merged.append(heading).append(String.join("", entries));
            }
        }
        blocks.stream().filter(block -> block.startsWith("object:")).forEach(merged::append);
        return merged.toString();
    }

    private static String isolation(Set<String> blocks) {
        List<String> lines = blocks.stream().flatMap(String::lines).distinct().toList();
        Predicate<String> rows = line -> line.startsWith("  rows: ");
        String one = lines.stream().filter(rows).max(Comparator.comparing((String line) -> line.contains(FORCE))).orElse(null);
        return lines.stream().filter(line -> !rows.test(line) || line.equals(one)).map(line -> line + "\n").collect(Collectors.joining());
    }

    /** A next step without lines to paste. */
    public static Remedy advice(String advice) {
        return new Remedy(advice, Target.SQL, "");
    }

    /** Lines of YAML for an entry of the declaration. */
    public static Remedy spec(String advice, String lines) {
        return new Remedy(advice, Target.SPEC, lines);
    }

    /** Lines of YAML for all tables of the declaration. */
    public static Remedy isolation(String advice, String lines) {
        return new Remedy(advice, Target.ISOLATION, lines);
    }

    /** Lines of YAML that accept the finding. */
    public static Remedy baseline(String advice, String lines) {
        return new Remedy(advice, Target.BASELINE, lines);
    }

    /** Statements. Characters that control a terminal are escaped in them. */
    public static Remedy sql(String advice, String lines) {
        return new Remedy(advice, Target.SQL, Text.sql(lines));
    }
}
