package io.orgscope.backfill;

import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Expected;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** One batch of step 03 over a small table, by the statements that step 03 itself uses, for tests of other packages. */
public final class FillingBatch {

    private final ScopedTable scope;
    private final boolean careful;

    /** @param careful whether rows that somebody holds are passed over */
    public FillingBatch(ScopedTable scope, boolean careful) {
        this.scope = scope;
        this.careful = careful;
    }

    /** Fills the rows on the table's first pages that are empty. */
    public void fill(Connection connection) throws SQLException {
        TableName table = scope.table();
        ResolvedScope resolved = ResolvedScope.of(scope, Catalog.of(connection, scope.tables()), Expected.NOTHING, new ArrayList<>());
        BackfillTask task = new BackfillTask(table, scope.column(), resolved.value(), BackfillOptions.defaults());
        Heap heap = Heap.under(connection, table, scope.column()).get(0);
        HeapBackfill work = new HeapBackfill(task, heap, new Stripes(1, heap.pages(), 1, 1), new Windows(heap.pages()), new Throttle(task.options().pace(), task.options().batch()),
                new BackfillStatistics(table));
        try (Statements statements = new Statements(connection, work)) {
            if (careful) {
                statements.fillCarefully(0, heap.pages() + 1, 0);
            } else {
                statements.fillFast(0, heap.pages() + 1, 0);
            }
        }
    }
}
