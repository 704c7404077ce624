package io.orgscope.scan.finding;

import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing found.
 *
 * @param table   null when it concerns the database as a whole
 * @param object  the column, index, constraint or class concerned; null when it is the table itself, or several references
 * @param message what is the case, in a sentence
 * @param weight  orders findings of one severity: the higher, the earlier
 * @param details further facts for machines, such as counts; often empty
 * @param parts   the same for each reference, when the rule is one {@linkplain Rule#perReference() about references};
 *                empty for all other rules
 */
public record Finding(Rule rule, TableName table, String object, String message, Remedy remedy, int weight,
                      Map<String, Object> details, List<Finding> parts) {

    /** Worst first, then heaviest, then by place. */
    public static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.rule().severity())
            .thenComparing(Comparator.comparingInt(Finding::weight).reversed())
            .thenComparing(Finding::tableName).thenComparing(finding -> finding.rule().ordinal())
            .thenComparing(finding -> finding.object() == null ? "" : finding.object());

    public static Finding of(Rule rule, TableName table, String object, String message, Remedy remedy) {
        return new Finding(rule, table, object, message, remedy, 0, Map.of(), List.of());
    }

    public Finding weighing(int wanted) {
        return new Finding(rule, table, object, message, remedy, wanted, details, parts);
    }

    public Finding with(Map<String, Object> facts) {
        return new Finding(rule, table, object, message, remedy, weight, facts, parts);
    }

    /** What tells this finding from every other, in this report and the next. References that come and go do not change it. */
    public String key() {
        return rule.id() + "|" + (table == null ? "" : table.sql()) + "|" + (object == null ? "" : object);
    }

    /**
     * As {@link #key}, with the references. Who has dismissed a finding by its fingerprint has dismissed these
     * references: with another one it is another finding.
     */
    public String fingerprint() {
        return key() + parts.stream().map(Finding::object).sorted().collect(Collectors.joining("|"));
    }

    public String tableName() {
        return table == null ? "" : table.toString();
    }
}
