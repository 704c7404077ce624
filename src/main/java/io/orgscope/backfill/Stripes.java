package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The number of stripes in which a table's pages are visited. A pass visits one stripe: the rows whose offset on their
 * page has a certain remainder. A stripe has to be small enough that its new row versions fit into the space that the
 * pass before has left. It should be as large as that allows, because every pass reads every page again.
 *
 * @param count       passes over each window
 * @param pages       pages of the table at the start
 * @param rowsPerPage rows on a page on average
 * @param capacity    rows of that size that a full page holds
 */
record Stripes(int count, long pages, double rowsPerPage, double capacity) {

    /** The share of a full page that the first pass moves to other pages. The table grows by that share. */
    private static final double MOVED = 0.1;

    /** Free space below this share of a page is ignored, because statistics do not include padding. */
    private static final double FREE_SPACE = 0.1;

    /** Two of seventeen rows count as a tenth, two of fifteen do not. */
    private static final double ROUNDING = 0.3;

    private static final int FEW_STRIPES = 4;
    private static final int MOST_STRIPES = 16;
    private static final int PAGE_HEADER = 24;
    private static final int PROBES = 32;

    /** A probe reads one page. Statistics can be old, but the pages are not. */
    private static final String PROBE = """
            SELECT coalesce(max(page.top), 0) AS top, coalesce(avg(page.live), 0) AS live
              FROM pg_catalog.generate_series(0, ?::bigint - 1, ?::bigint) AS spot(block)
             CROSS JOIN LATERAL (
                   SELECT max(pg_catalog.get_byte(pg_catalog.tidsend(t.ctid), 4) * 256
                            + pg_catalog.get_byte(pg_catalog.tidsend(t.ctid), 5)) AS top, count(*) AS live
                     FROM ONLY %s AS t
                    WHERE t.ctid >= pg_catalog.format('(%%s,0)', spot.block)::tid
                      AND t.ctid < pg_catalog.format('(%%s,0)', spot.block + 1)::tid) AS page
            """;

    /** Chooses the number from a table's statistics and from a few of its pages. */
    static Stripes of(Connection connection, Heap heap) throws SQLException {
        if (heap.small()) {
            double rows = Math.max(0, heap.rows()) / (double) Math.max(1, heap.pages());
            return new Stripes(1, heap.pages(), rows, rows);
        }
        long step = Math.max(1, heap.pages() / PROBES);
        return Sql.first(connection, null, PROBE.formatted(heap.name().sql()), row -> {
            double live = row.getDouble("live");
            double capacity = heap.tupleBytes() > 0
                    ? Math.max(live, (double) (heap.pageBytes() - PAGE_HEADER) / heap.tupleBytes()) : live;
            return choose(heap.pages(), row.getInt("top"), live, capacity);
        }, heap.pages(), step);
    }

    /**
     * Chooses the number.
     *
     * @param highest  the highest offset of a row on a page
     * @param live     rows on a page on average
     * @param capacity rows that a full page holds
     */
    static Stripes choose(long pages, int highest, double live, double capacity) {
        double free = capacity - live;
        double perPass = Math.floor(MOVED * capacity + ROUNDING);
        if (free > FREE_SPACE * capacity) {
            perPass = Math.max(perPass, Math.floor(free));
        }
        double spread = Math.min(highest, Math.ceil(capacity));
        int stripes = (int) Math.ceil(spread / Math.max(1, perPass));
        if (stripes > FEW_STRIPES) {
            // The value makes a row longer, so the space of two old versions is too small for two new ones.
            stripes++;
        }
        return new Stripes(Math.max(1, Math.min(MOST_STRIPES, stripes)), pages, live, capacity);
    }

    /** The number and the reasons for it in one line. */
    String describe() {
        return String.format(Locale.ROOT, "%d pages, %.1f rows a page where %.1f would fit: %s", pages, rowsPerPage, capacity,
                count == 1 ? "one pass" : count + " passes over every window");
    }
}
