package io.orgscope.scan.finding;

import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One finding.
 *
 * @param table   null if it is about the whole database
 * @param object  the column, index, constraint or class; null if it is about the table itself, or several references
 * @param message what is wrong, in a sentence
 * @param weight  orders findings of the same severity: a higher one comes first
 * @param details further facts for programs, such as counts; often empty
 * @param parts   a finding for each reference, if the rule is {@linkplain Rule#perReference() about references}; empty
 *                for all other rules
 */
public record Finding(Rule rule, TableName table, String object, String message, Remedy remedy, int weight,
                      Map<String, Object> details, List<Finding> parts) {

    /** By severity, then by weight, then by place. */
    public static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.rule().severity())
            .thenComparing(Comparator.comparingInt(Finding::weight).reversed())
            .thenComparing(Finding::tableName).thenComparing(finding -> finding.rule().ordinal())
            .thenComparing(finding -> finding.object() == null ? "" : finding.object());

    /** A finding without a weight, details and parts. */
    public static Finding of(Rule rule, TableName table, String object, String message, Remedy remedy) {
        return new Finding(rule, table, object, message, remedy, 0, Map.of(), List.of());
    }

    /** This finding with another weight. */
    public Finding weighing(int wanted) {
        return new Finding(rule, table, object, message, remedy, wanted, details, parts);
    }

    /** This finding with these details in place of its own. */
    public Finding with(Map<String, Object> facts) {
        return new Finding(rule, table, object, message, remedy, weight, facts, parts);
    }

    /** The identity of this finding in this report and the next. It does not change if references are added or fixed. */
    public String key() {
        return rule.id() + "|" + (table == null ? "" : table.sql()) + "|" + (object == null ? "" : object);
    }

    /**
     * {@link #key} with the references. If somebody dismisses a finding by its fingerprint, this is for
     * these references. With another reference it is another finding.
     */
    public String fingerprint() {
        return key() + parts.stream().map(Finding::object).sorted().collect(Collectors.joining("|"));
    }

    /** The table as messages name it; empty if the finding is about the whole database. */
    public String tableName() {
        return table == null ? "" : table.toString();
    }
}
