package io.orgscope.repair;

import io.orgscope.invariant.Invariants;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Transaction;
import io.orgscope.route.ResolvedScope;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs one table, batch by batch, while the application writes. One query over all rows finds the pages with wrong
 * rows. Each batch is a transaction over a few pages and skips rows that another transaction holds. Then the query runs
 * again.
 *
 * <p>A batch sets the organization to NULL. The trigger of step 02 locks the rows that the routes read, evaluates the
 * routes and fills the row before it is written. So no parent moves between the two. Rows that follow this row follow it
 * then, too.
 */
final class TableRepair {

    private static final Logger LOG = LoggerFactory.getLogger(TableRepair.class);

    private static final String LOOK = """
            SELECT t.tableoid::pg_catalog.int8 AS heap, (t.ctid::text::point)[0]::pg_catalog.int8 / %1$s AS place, pg_catalog.count(*) AS rows
              FROM %2$s
             WHERE %3$s
             GROUP BY heap, place
             ORDER BY heap, place
            """;

    private static final String FILL = """
            WITH pick AS MATERIALIZED (
              SELECT t.tableoid AS heap, t.ctid AS place, t.%2$s AS was
                FROM %1$s AS t
               WHERE t.tableoid = %4$s AND t.ctid >= '(%5$s,0)' AND t.ctid < '(%6$s,0)'
                 AND %3$s
               LIMIT %7$s
                 FOR NO KEY UPDATE OF t SKIP LOCKED),
            filled AS (
              UPDATE %1$s AS t
                 SET %2$s = NULL
                FROM pick
               WHERE t.tableoid = pick.heap AND t.ctid = pick.place
              RETURNING t.%2$s AS organization, pick.was)
            SELECT pg_catalog.count(*) FILTER (WHERE organization IS DISTINCT FROM was) AS changed,
                   pg_catalog.count(*) FILTER (WHERE organization IS NULL) AS emptied
              FROM filled
            """;

    /** Shorter than deadlock_timeout: if the application and a batch wait for each other, the batch ends first. */
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(50);

    /** Another transaction holds a lock, or a row has no organization at the moment: a later pass repairs it. */
    private static final Set<String> LATER = Set.of(SqlState.LOCK_NOT_AVAILABLE, SqlState.DEADLOCK_DETECTED, SqlState.SERIALIZATION_FAILURE,
            SqlState.NOT_NULL_VIOLATION);

    private static final int PAGES = 64;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_PASSES_IN_VAIN = 20;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final StepContext context;
    private final ResolvedScope resolved;

    TableRepair(StepContext context) {
        this.context = context;
        this.resolved = context.resolved();
    }

    /** Pages with wrong rows. */
    private record Place(long heap, long place, long rows) {
    }

    Repair.Repaired run() throws SQLException {
        List<Place> places = look();
        long found = rows(places);
        int inVain = 0;
        // Each pass takes fewer rows at a time, because one locked row keeps its whole batch from being filled.
        for (int most = MOST_ROWS; !places.isEmpty() && inVain < MOST_PASSES_IN_VAIN; most = Math.max(1, most / 10)) {
            long filled = 0;
            for (Place place : places) {
                filled += fill(place, most);
            }
            LOG.info("Repair of {}: {} of {} rows filled in this pass", context.name(), filled, rows(places));
            inVain = filled > 0 ? 0 : inVain + 1;
            if (filled < rows(places)) {
                pause();
            }
            places = look();
        }
        return new Repair.Repaired(context.name(), Math.max(0, found - rows(places)), rows(places));
    }

    private static long rows(List<Place> places) {
        return places.stream().mapToLong(Place::rows).sum();
    }

    private List<Place> look() throws SQLException {
        return Sql.list(context.connection(), LOOK.formatted(PAGES, resolved.rows(), Invariants.wrong(resolved, resolved.routedInRows())),
                row -> new Place(row.getLong("heap"), row.getLong("place"), row.getLong("rows")));
    }

    private long fill(Place place, int most) throws SQLException {
        String sql = FILL.formatted(context.name().sql(), Identifier.quote(context.scope().column()), Invariants.wrong(resolved, resolved.routed()),
                place.heap(), place.place() * PAGES, (place.place() + 1) * PAGES, most);
        long all = 0;
        long batch;
        try {
            do {
                batch = Transaction.run(context.connection(), () -> {
                    Sql.execute(context.connection(), "SET LOCAL lock_timeout = " + LOCK_TIMEOUT.toMillis());
                    return changed(sql);
                });
                all += batch;
            } while (batch == most);
        } catch (SQLException failed) {
            if (!SqlState.isAmong(LATER, failed)) {
                throw new OrgScopeException("Rows of " + context.name() + " could not be repaired: " + failed.getMessage() + SqlState.inParentheses(failed)
                        + ". What was repaired before is committed; run orgscope-repair again.", failed);
            }
            LOG.debug("A batch of {} is repeated: {}", context.name(), failed.getMessage());
        }
        return all;
    }

    /**
     * Rows that a trigger of the table has given their old value again do not count. A row that nothing fills stays as it is: the column may be
     * nullable yet, and the triggers of step 02 may be disabled.
     */
    private long changed(String sql) throws SQLException {
        long[] counts = Sql.first(context.connection(), new long[2], sql, row -> new long[] {row.getLong("changed"), row.getLong("emptied")});
        if (counts[1] > 0) {
            throw new SQLException(counts[1] + " rows would stay without an organization.", SqlState.NOT_NULL_VIOLATION);
        }
        return counts[0];
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OrgScopeException("The repair was interrupted. What was repaired before is committed; run orgscope-repair again.");
        }
    }
}
