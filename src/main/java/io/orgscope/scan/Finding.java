package io.orgscope.scan;

import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.Map;

/**
 * One thing found.
 *
 * @param table   null when it concerns the database as a whole
 * @param object  the column, index, constraint or class concerned; null when it is the table itself
 * @param message what is the case, in a sentence
 * @param weight  orders findings of one severity: the higher, the earlier
 * @param details further facts for machines, such as counts; often empty
 */
public record Finding(Rule rule, TableName table, String object, String message, Remedy remedy, int weight,
                      Map<String, Object> details) {

    /** Worst first, then heaviest, then by place. */
    static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.rule().severity())
            .thenComparing(Comparator.comparingInt(Finding::weight).reversed())
            .thenComparing(Finding::tableName).thenComparing(finding -> finding.rule().ordinal())
            .thenComparing(finding -> finding.object() == null ? "" : finding.object());

    static Finding of(Rule rule, TableName table, String object, String message, Remedy remedy) {
        return new Finding(rule, table, object, message, remedy, 0, Map.of());
    }

    /** What tells this finding from every other, in this report and the next. */
    String key() {
        return rule.id() + "|" + (table == null ? "" : table.sql()) + "|" + (object == null ? "" : object);
    }

    String tableName() {
        return table == null ? "" : table.toString();
    }
}
