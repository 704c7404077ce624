package io.orgscope.scan.rule;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.postgres.Index;
import io.orgscope.scan.finding.ScannedTable;
import java.util.List;
import java.util.Optional;

/** Judges whether a unique key of a table whose rows belong to organizations holds within one or across all. */
public final class UniqueKeys {

    /** What a unique key is. */
    public enum Verdict {
        /** Not unique, or a single-column primary key: it only names the row. */
        NONE,
        SCOPED,
        BY_REFERENCE,
        GLOBAL,
        NOT_SCOPED
    }

    private final Context context;

    public UniqueKeys(Context context) {
        this.context = context;
    }

    public Verdict judge(ScannedTable table, Index index) {
        List<String> columns = index.columns();
        if (!index.unique() || index.primary() && columns.size() == 1) {
            return Verdict.NONE;
        }
        if (columns.contains(table.column())) {
            return Verdict.SCOPED;
        }
        boolean holdsPrimaryKey = !index.primary() && table.table().primaryKey()
                .map(primary -> columns.containsAll(primary.columns())).orElse(false);
        if (holdsPrimaryKey) {
            return Verdict.NONE;
        }
        if (reference(table, index).isPresent()) {
            return index.primary() ? Verdict.NONE : Verdict.BY_REFERENCE;
        }
        return CatalogRoutes.worldwide(table.table(), index) ? Verdict.GLOBAL : Verdict.NOT_SCOPED;
    }

    /** A foreign key inside the unique key to a table whose rows belong to one organization each, or a pair of type and key. */
    public Optional<String> reference(ScannedTable table, Index index) {
        return table.table().foreignKeys().stream()
                .filter(key -> index.columns().containsAll(key.columns()) && context.belongs(key.target())
                        && !key.target().equals(table.name()))
                .map(key -> String.join(", ", key.columns())).findFirst()
                .or(() -> CatalogRoutes.pair(table.table(), index));
    }
}
