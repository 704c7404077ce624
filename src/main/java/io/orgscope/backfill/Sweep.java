package io.orgscope.backfill;

import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.postgres.Blockers;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the rows that the passes left: rows that were locked, and rows that an UPDATE of the application moved. It
 * reads before it writes.
 *
 * <p>While the application writes, a row can move from a page that was not visited yet to a page that was, or to the
 * end of the table. So after the end was visited, one query over the whole heap, in one snapshot, finds whether rows
 * are left and on which pages. If many are left, all pages are visited. If few are left, only their pages are visited.
 * If as many rows were filled as were found, the work is done; otherwise the query runs again.
 */
final class Sweep {

    /** Rows of a batch. The rows are few and far apart, so the time depends on the rows and not on the pages. */
    private static final int ROWS = 500;

    /**
     * Some applications insert rows without a value all the time, and nothing fills them. The sweep must not run for
     * ever. It ends if so many rounds did not halve the number of rows left, or if a few rows stay for so many rounds.
     */
    private static final int FRUITLESS_ROUNDS = 4;

    private static final int ROUNDS = 20;

    private static final int FEW = 1000;

    /**
     * If writers keep moving rows, the pages that a query found are soon out of date. After so many rounds every page
     * is visited.
     */
    private static final int QUICK_ROUNDS = 3;

    /** How often a visit of all pages goes on with the pages that were added meanwhile, each time fewer. */
    private static final int CHASES = 4;

    private static final String PAGES = """
            SELECT pg_catalog.pg_relation_size(?::oid) / pg_catalog.current_setting('block_size')::int
            """;

    private final HeapBackfill backfill;
    private final Session session;
    private final Statements statements;
    private final BatchRunner runner;
    private final Monitor monitor;
    private final AdaptiveBatchSize looking;
    private final AdaptiveBatchSize rows;
    private final RetryPolicy retryPolicy;
    private long filled;
    private long prevented;

    Sweep(HeapBackfill backfill, Session session, Statements statements, Monitor monitor) {
        this.backfill = backfill;
        this.session = session;
        this.statements = statements;
        this.monitor = monitor;
        this.runner = new BatchRunner(session, backfill.options());
        this.looking = backfill.batchSize();
        // A few pages are two or three batches. There is nothing to learn from smaller ones first.
        this.rows = backfill.heap().small() ? new AdaptiveBatchSize(backfill.options().batch().toNanos(), ROWS) : backfill.batchSize();
        this.retryPolicy = new RetryPolicy(backfill.options().retryTimeout());
    }

    /**
     * Fills what is left.
     *
     * @return the number of rows that stay empty
     */
    long run() throws SQLException {
        if (!backfill.heap().small()) {
            // The application moved most of what is left to the end of the table.
            untilFree(overAllFrom(backfill.heap().pages()));
        }
        long before = Long.MAX_VALUE;
        int fruitless = 0;
        for (int round = 1; ; round++) {
            Statements.EmptyRows found = runner.runWhole(statements::emptyRows);
            if (found.fillable() == 0) {
                return found.unanswered();
            }
            fruitless += found.fillable() > FEW && found.fillable() > before / 2 ? 1 : 0;
            if (round > ROUNDS || fruitless == FRUITLESS_ROUNDS) {
                backfill.statistics().notice(found.fillable() + " rows of " + backfill.heap().name() + " were inserted without a value while the others"
                        + " were filled. Run step 02, which fills new rows, then run the backfill again.");
                return found.unanswered() + found.fillable();
            }
            before = found.fillable();
            if (round > QUICK_ROUNDS || found.fillable() > FEW) {
                untilFree(overAllFrom(0));
            } else if (fillsAll(found)) {
                return found.unanswered();
            }
        }
    }

    /**
     * Whether the rows that the query found are filled. If not, some of them have moved, and only another query can
     * find them.
     */
    private boolean fillsAll(Statements.EmptyRows found) throws SQLException {
        long before = filled;
        untilFree(over(found.windows()));
        return filled - before == found.fillable();
    }

    /** Visits pages with locked rows again until the rows are free. */
    private void untilFree(List<Windows.Window> held) throws SQLException {
        List<Windows.Window> left = held;
        while (!left.isEmpty()) {
            boolean again = retryPolicy.waitBriefly();
            Throttle.requireNotInterrupted();
            long before = prevented;
            prevented = 0;
            left = over(left);
            if (!again && !left.isEmpty()) {
                throw gaveUp(before > 0 && prevented > 0);
            }
        }
        retryPolicy.succeeded();
    }

    /**
     * Visits all pages from one on, and a few times those that were added meanwhile: an UPDATE that finds no space on
     * the page moves the row to the end. If pages are added as fast as they are filled, this would not end. Then the
     * next query decides.
     */
    private List<Windows.Window> overAllFrom(long first) throws SQLException {
        List<Windows.Window> held = new ArrayList<>();
        long from = first;
        long to = pages();
        for (int chase = 0; chase < CHASES; chase++) {
            held.addAll(over(new Windows.Window(from, to)));
            long end = pages();
            if (end - to > (to - from) / 2) {
                break;
            }
            from = to;
            to = end;
        }
        return held;
    }

    private List<Windows.Window> over(List<Windows.Window> windows) throws SQLException {
        List<Windows.Window> held = new ArrayList<>();
        for (Windows.Window window : windows) {
            held.addAll(over(window));
        }
        return held;
    }

    /** Fills what it can in these pages, and returns those with a locked row. */
    private List<Windows.Window> over(Windows.Window window) throws SQLException {
        List<Windows.Window> held = new ArrayList<>();
        long at = window.from();
        long width = looking.pages();
        while (at < window.to()) {
            monitor.check();
            backfill.throttle().await();
            long from = at;
            long to = Math.min(window.to(), from + width);
            long fillable = runner.run(looking, to - from, () -> statements.countFillable(from, to));
            if (fillable > ROWS && to - from > 1) {
                // Every batch would read all of them again.
                width = Math.max(1, (to - from) * ROWS / fillable);
                continue;
            }
            if (fillable != BatchRunner.AGAIN) {
                if (fillable > 0 && fill(from, to, fillable) < fillable) {
                    held.add(new Windows.Window(from, to));
                }
                at = to;
            }
            width = Math.min(2 * width, looking.pages());
        }
        return held;
    }

    /** Fills no more rows than were found. Otherwise a table that keeps growing would never be done. */
    private long fill(long from, long to, long seen) throws SQLException {
        long start = filled;
        while (filled - start < seen) {
            backfill.throttle().await();
            int limit = Math.min(ROWS, rows.pages());
            long began = System.nanoTime();
            long more = runner.run(rows, limit, () -> batch(from, to, limit));
            backfill.throttle().rest(System.nanoTime() - began);
            if (more == 0) {
                break;
            }
            filled += more == BatchRunner.AGAIN ? 0 : more;
        }
        return filled - start;
    }

    private long batch(long from, long to, int limit) throws SQLException {
        Statements.Left left = statements.fillLeft(from, to, limit);
        backfill.statistics().committed(left.filled());
        prevented += left.prevented();
        if (left.undone() > 0) {
            throw prevented(triggers());
        }
        return left.filled();
    }

    private long pages() throws SQLException {
        return session.readingCatalog(() -> Sql.first(session.connection(), 0L, PAGES, row -> row.getLong(1), backfill.heap().oid()));
    }

    /** @param twice whether rows that a batch had locked were not updated, and not in the pass before either. Once is no proof: a row may be changed at that moment */
    private OrgScopeException gaveUp(boolean twice) throws SQLException {
        List<String> triggers = twice ? triggers() : List.of();
        if (!triggers.isEmpty()) {
            return prevented(triggers);
        }
        List<String> holders = session.withoutTimeout(() -> Blockers.ofRows(session.connection(), backfill.heap().name()));
        return new OrgScopeException("Rows of " + backfill.heap().name() + " stayed locked for "
                + backfill.options().retryTimeout().toSeconds() + " s, so they could not be filled. "
                + (holders.isEmpty() ? "Nobody holds them now" : "Transactions that write there: " + String.join("; ", holders))
                + ". What was filled stays filled: end them (select pg_terminate_backend(pid)) or wait, then run it again.");
    }

    private List<String> triggers() throws SQLException {
        return session.withoutTimeout(() -> UpdateTriggers.of(session.connection(), backfill.heap().name()));
    }

    private OrgScopeException prevented(List<String> triggers) {
        return new OrgScopeException("Rows of " + backfill.heap().name() + " could not be filled: nobody holds them, and an UPDATE leaves them as they are."
                + " Triggers or rules of the table may prevent it: " + String.join(", ", triggers) + ". Let them pass an UPDATE of " + backfill.task().column()
                + " alone, then run update again. What was filled stays filled.");
    }
}
