package io.orgscope.scan.rule;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.postgres.Index;
import io.orgscope.scan.finding.ScannedTable;
import java.util.List;
import java.util.Optional;

/** Decides whether a unique key, or an exclusion constraint, holds within one organization or across all. */
final class UniqueKeys {

    /** The kind of a unique key. */
    enum Verdict {
        /** Not unique, a primary key of one column, which only identifies the row, or not valid: another rule finds that. */
        NONE,
        SCOPED,
        BY_REFERENCE,
        GLOBAL,
        NOT_SCOPED
    }

    private final Context context;

    UniqueKeys(Context context) {
        this.context = context;
    }

    Verdict judge(ScannedTable table, Index index) {
        List<String> columns = index.columns();
        if (!index.unique() && !index.exclusion() || !index.valid() || index.primary() && columns.size() == 1) {
            return Verdict.NONE;
        }
        if (columns.contains(table.column())) {
            return Verdict.SCOPED;
        }
        boolean holdsPrimaryKey = !index.primary() && !index.exclusion() && table.table().primaryKey()
                .map(primary -> columns.containsAll(primary.columns())).orElse(false);
        if (holdsPrimaryKey) {
            return Verdict.NONE;
        }
        if (reference(table, index).isPresent()) {
            return index.primary() ? Verdict.NONE : Verdict.BY_REFERENCE;
        }
        return CatalogRoutes.worldwide(table.table(), index) ? Verdict.GLOBAL : Verdict.NOT_SCOPED;
    }

    /** The part of the unique key that leads to a row of one organization: a foreign key, or a pair of type and key. */
    Optional<String> reference(ScannedTable table, Index index) {
        return table.table().foreignKeys().stream()
                .filter(key -> index.columns().containsAll(key.columns()) && context.belongs(key.target())
                        && !key.target().equals(table.name()))
                .map(key -> String.join(", ", key.columns())).findFirst()
                .or(() -> CatalogRoutes.pair(table.table(), index));
    }
}
