package io.orgscope.scan;

/**
 * What to do about a finding.
 *
 * @param advice the next step, in a sentence
 * @param file   where {@link #lines} go
 * @param lines  ready to paste; empty when there is nothing to paste
 */
public record Remedy(String advice, Target file, String lines) {

    /** Where the lines of a remedy go. */
    public enum Target {
        /** Under {@code tables:} of the {@code .orgscope.yaml}. */
        SPEC("yaml", "under tables: in your .orgscope.yaml"),
        /** Into the baseline. */
        BASELINE("yaml", "in your baseline"),
        /** SQL for a change set of one's own, or to run by hand. */
        SQL("sql", "in a change set of your own");

        private final String language;
        private final String place;

        Target(String language, String place) {
            this.language = language;
            this.place = place;
        }

        public String language() {
            return language;
        }

        public String place() {
            return place;
        }
    }

    static Remedy advice(String advice) {
        return new Remedy(advice, Target.SQL, "");
    }

    static Remedy spec(String advice, String lines) {
        return new Remedy(advice, Target.SPEC, lines);
    }

    static Remedy baseline(String advice, String lines) {
        return new Remedy(advice, Target.BASELINE, lines);
    }

    static Remedy sql(String advice, String lines) {
        return new Remedy(advice, Target.SQL, lines);
    }
}
