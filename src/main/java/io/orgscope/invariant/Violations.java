package io.orgscope.invariant;

import io.orgscope.postgres.RowKeys;
import java.util.List;

/**
 * The result of an invariant.
 *
 * @param count   how many violations
 * @param samples the keys of a few rows, or every sentence about the structure: some are statements to run
 */
public record Violations(long count, List<String> samples) {

    /** The rule holds. */
    public static final Violations NONE = new Violations(0, List.of());

    static Violations of(RowKeys rows) {
        return new Violations(rows.count(), rows.keys());
    }

    static Violations of(List<String> sentences) {
        return new Violations(sentences.size(), sentences);
    }

    public boolean none() {
        return count == 0;
    }

    @Override
    public String toString() {
        return String.join("; ", samples) + (count > samples.size() ? "; …" : "");
    }
}
