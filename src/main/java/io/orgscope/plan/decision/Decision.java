package io.orgscope.plan.decision;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.spec.OnDelete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which candidates a table takes, and why; or what the user has to decide first.
 *
 * @param question null when the entry stands
 * @param open     what kind of question it is, and so what can answer it; null when the entry stands
 */
public record Decision(List<Candidate> chosen, String question, Open open, List<String> reasons) {

    /** What is not known. */
    public enum Open {
        /** Several say whose the row is, and nothing says that they agree: the rows may. */
        RIVALS,
        /** The same, but the keys make it likely that they agree, or that the one counts. The rows may prove it, or be still to come. */
        LIKELY,
        /** What says whose the row is may be missing, and what stands in every row does not say it: no row may be without. */
        GAP,
        /** Every key that says whose the row is may be NULL: as long as each row has one, it stands. */
        NULLABLE,
        /** Rows that do not name their organization may be everybody's: as long as there are none, it stands. */
        EVERYBODY,
        /** Nothing says whose the row is by itself. */
        WEAK,
        /** Something else has to be mended or decided first. */
        OTHER
    }

    /** One that stands. */
    public static Decision of(List<Candidate> chosen, List<String> reasons) {
        return new Decision(chosen, null, null, reasons);
    }

    /** What the candidate states, as it is written. */
    public static String name(Candidate candidate) {
        return candidate.statements().get(0).route(candidate.reference().from().schema()).path().toString();
    }

    /** What a foreign key that is there already says; cascade where there is none. */
    public static OnDelete onDelete(ForeignKey key) {
        return key == null ? OnDelete.CASCADE : Arrays.stream(OnDelete.values())
                .filter(value -> value.code() == key.onDelete()).findFirst().orElse(null);
    }

    /** The same with a question, where there was none, or one that says less. */
    public Decision asking(String later) {
        return question != null && open != Open.NULLABLE || later == null ? this : new Decision(chosen, later, Open.OTHER, reasons);
    }

    /** The same without its question. */
    public Decision standing() {
        return of(chosen, reasons);
    }

    /** The same with one more reason, the first. */
    public Decision because(String reason) {
        List<String> all = new ArrayList<>(List.of(reason));
        all.addAll(reasons);
        return new Decision(chosen, question, open, all);
    }

    /** What stands in the way of completing a table that has the column already. */
    public static String unfitKey(Table table, ForeignKey key) {
        return key == null || onDelete(key) != null ? null
                : "its foreign key " + key.name() + " takes a row's organization away when the organization is deleted (ON DELETE SET "
                        + (key.onDelete() == 'n' ? "NULL" : "DEFAULT") + "), which a column that is NOT NULL cannot allow. Drop it from "
                        + table.name() + ", or replace it by one with another action; then run orgscope-plan again";
    }
}
