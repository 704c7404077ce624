package io.orgscope.plan;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.spec.OnDelete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which candidates a table takes, and why; or what the user has to decide first.
 *
 * @param question null when the entry stands
 */
record Decision(List<Candidate> chosen, String question, List<String> reasons) {

    /** By the catalog alone. */
    static Decision byCatalog(List<Candidate> chosen, List<Candidate> candidates) {
        List<String> reasons = new ArrayList<>();
        if (chosen.isEmpty()) {
            return new Decision(chosen, candidates.isEmpty() ? null : "all its ways go in a circle with those of other tables",
                    reasons);
        }
        Candidate first = chosen.get(0);
        reasons.add(first.why() + ".");
        if (chosen.size() > 1) {
            reasons.add("The further routes are for rows that have no " + String.join(", ", first.columns()) + ".");
        }
        List<String> others = candidates.stream().filter(candidate -> !chosen.contains(candidate)).map(Decision::name).toList();
        if (!others.isEmpty()) {
            reasons.add("Not taken: " + String.join("; ", others) + ".");
        }
        return new Decision(chosen, question(first, candidates), reasons);
    }

    private static String question(Candidate first, List<Candidate> candidates) {
        if (first.obstacle() != null) {
            return first.obstacle();
        }
        Optional<Candidate> owner = candidates.stream().filter(Candidate::ownership).findFirst();
        if (!first.ownership() && owner.isPresent()) {
            return columns(first) + " is in every row, but says who or what, not whose; " + columns(owner.get())
                    + " says whose, but may be NULL. Which one counts?";
        }
        return candidates.stream().filter(other -> other != first && other.reference().to().equals(first.reference().to())
                        && other.gap() == first.gap() && other.ownership() == first.ownership()
                        && other.reference().declared() == first.reference().declared())
                .findFirst().map(other -> columns(first) + " and " + columns(other) + " both lead to " + first.reference().to()
                        + ", and nothing in the catalog says which one owns the row. Which one counts?")
                .orElse(null);
    }

    private static String columns(Candidate candidate) {
        return String.join(", ", candidate.columns());
    }

    /** The candidate's first route, as it is written. */
    static String name(Candidate candidate) {
        return candidate.ways().get(0).route(candidate.reference().from().schema()).path().toString();
    }

    /** What a foreign key that is there already says; cascade where there is none. */
    static OnDelete onDelete(ForeignKey key) {
        return key == null ? OnDelete.CASCADE : Arrays.stream(OnDelete.values())
                .filter(value -> value.code() == key.onDelete()).findFirst().orElse(null);
    }

    /** The same with a question, where there was none. */
    Decision asking(String later) {
        return question != null || later == null ? this : new Decision(chosen, later, reasons);
    }

    /** The same with one more reason, the first. */
    Decision because(String reason) {
        List<String> all = new ArrayList<>(List.of(reason));
        all.addAll(reasons);
        return new Decision(chosen, question, all);
    }

    /** What stands in the way of completing a table that has the column already. */
    static String unfitKey(Table table, ForeignKey key) {
        return key == null || onDelete(key) != null ? null
                : "its foreign key " + key.name() + " takes a row's organization away when the organization is deleted (ON DELETE SET "
                        + (key.onDelete() == 'n' ? "NULL" : "DEFAULT") + "), which a column that is NOT NULL cannot allow. Drop it from "
                        + table.name() + ", or replace it by one with another action; then run orgscope-plan again";
    }
}
