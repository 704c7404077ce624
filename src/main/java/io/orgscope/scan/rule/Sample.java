package io.orgscope.scan.rule;

import io.orgscope.postgres.Table;
import io.orgscope.scan.finding.DataCheck;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a table is read: all of it, or a part of its pages.
 *
 * @param percent of the pages; 100 for all
 */
record Sample(Table table, double percent) {

    static Sample of(Table table, long wanted) {
        boolean small = wanted <= 0 || table.rows() <= wanted || table.kind() != 'r' && table.kind() != 'p';
        return new Sample(table, small ? 100 : 100.0 * wanted / table.rows());
    }

    /** The query on a sample of its table t. The sample is the same each time, so two scans give the same result. */
    String in(String query) {
        return percent >= 100 ? query : Pattern.compile("\\bFROM " + Pattern.quote(table.name().sql() + " t") + "(?=\\s|$)").matcher(query)
                .replaceAll(source -> Matcher.quoteReplacement(source.group() + " TABLESAMPLE SYSTEM ("
                        + String.format(Locale.ROOT, "%.6f", percent) + ") REPEATABLE (1)"));
    }

    String extent() {
        return percent >= 100 ? DataCheck.WHOLE : String.format(Locale.ROOT, "a sample of %.1f %%", percent);
    }
}
