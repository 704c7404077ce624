package io.orgscope.plan.survey;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import java.util.List;

/**
 * Foreign keys that are no references of the graph, because no route can use them: those to tables that {@code --schemas} leaves out, those to a partition, and
 * those that only a partition has. They may say to whom a row belongs all the same.
 */
public final class UnseenKeys {

    private final Survey survey;

    public UnseenKeys(Survey survey) {
        this.survey = survey;
    }

    /**
     * One of them.
     *
     * @param to   the whole table to which it leads
     * @param says where it leads, a sentence without its end
     * @param next what the user can do about it, the beginning of a question; empty if nothing
     */
    public record Unseen(ForeignKey key, TableName to, String says, String next) {
    }

    /** Those of the table and of its partitions. */
    public List<Unseen> of(TableName name) {
        Catalog catalog = survey.catalog();
        return catalog.find(name).map(table -> catalog.foreignKeysOf(table).stream().filter(key -> !seen(table, key))
                .map(key -> unseen(name, key, catalog.whole(key.target()))).toList()).orElse(List.of());
    }

    private boolean seen(Table table, ForeignKey key) {
        TableName to = survey.catalog().whole(key.target());
        return survey.catalog().find(to).isEmpty() || to.schema().equals(ScopedTable.KEPT_SCHEMA) || survey.status(to) == ScopingStatus.TOOLING
                || to.equals(table.name()) || key.table().equals(table.name()) && key.target().equals(to) && survey.status(to) != null
                || survey.graph().from(table.name()).stream().anyMatch(reference -> reference.to().equals(to) && reference.columns().equals(key.columns()));
    }

    private Unseen unseen(TableName table, ForeignKey key, TableName to) {
        String leads = String.join(", ", key.columns()) + (key.columns().size() == 1 ? " leads to " : " lead to ") + key.target();
        if (survey.status(to) == null) {
            return new Unseen(key, to, leads + ", which --schemas leaves out", "Let --schemas name " + to.schema() + " too, or answer: ");
        }
        return new Unseen(key, to, leads + (key.target().equals(to) ? "" : ", a partition of " + to)
                + (key.table().equals(table) ? "" : ", but only the partition " + key.table() + " has this foreign key"), "");
    }

    /** Whether the table to which it leads has an organization, or it is not known. A table that is left out may have one. */
    public boolean mayTell(Unseen unseen) {
        ScopingStatus status = survey.status(unseen.to());
        return status == null || status == ScopingStatus.ORGANIZATIONS || status == ScopingStatus.UNKNOWN || survey.carries(unseen.to());
    }
}
