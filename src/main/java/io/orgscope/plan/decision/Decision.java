package io.orgscope.plan.decision;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.spec.OnDelete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The candidates that a table takes, with the reasons, or what the user has to decide first.
 *
 * @param question null if the entry can be used
 * @param open     the kind of the question, and so what can answer it; null if the entry can be used
 */
public record Decision(List<Candidate> chosen, String question, Open open, List<String> reasons) {

    /** What is not known. */
    public enum Open {
        /** Several candidates say to whom the row belongs, and nothing shows that they agree. The rows may show it. */
        RIVALS,
        /** The same, but the keys make it likely that they agree, or that one is right. The rows may prove it now or later. */
        LIKELY,
        /**
         * The candidate that says to whom the row belongs may be NULL, and the one that is in every row does not say
         * it. No row may be without.
         */
        GAP,
        /** Every key that says to whom the row belongs may be NULL. As long as each row has one, the entry can be used. */
        NULLABLE,
        /**
         * Rows that do not name their organization may belong to everybody. As long as there are none, the entry can be
         * used.
         */
        EVERYBODY,
        /** No candidate says alone to whom the row belongs. */
        WEAK,
        /** Something else has to be corrected or decided first. */
        OTHER
    }

    /** A decision without a question. */
    public static Decision of(List<Candidate> chosen, List<String> reasons) {
        return new Decision(chosen, null, null, reasons);
    }

    /** The way of the candidate as text. */
    public static String name(Candidate candidate) {
        return candidate.statements().get(0).route(candidate.reference().from().schema()).path().toString();
    }

    /** The ON DELETE of an existing foreign key; cascade if there is none. */
    public static OnDelete onDelete(ForeignKey key) {
        return key == null ? OnDelete.CASCADE : Arrays.stream(OnDelete.values())
                .filter(value -> value.code() == key.onDelete()).findFirst().orElse(null);
    }

    /** This decision with a question, if there was none or one that says less. */
    public Decision asking(String later) {
        return question != null && open != Open.NULLABLE || later == null ? this : new Decision(chosen, later, Open.OTHER, reasons);
    }

    /** The same without its question. */
    Decision withoutQuestion() {
        return of(chosen, reasons);
    }

    /** This decision with one more reason, as the first. */
    public Decision because(String reason) {
        List<String> all = new ArrayList<>(List.of(reason));
        all.addAll(reasons);
        return new Decision(chosen, question, open, all);
    }

    /** Why a table that has the column already cannot be completed. */
    static String unfitKey(Table table, ForeignKey key) {
        return key == null || onDelete(key) != null ? null
                : "its foreign key " + key.name() + " takes a row's organization away when the organization is deleted (ON DELETE SET "
                        + (key.onDelete() == 'n' ? "NULL" : "DEFAULT") + "), which a column that is NOT NULL cannot allow. Drop it from "
                        + table.name() + ", or replace it by one with another action; then run orgscope-plan again";
    }
}
